#include "intake/map/table_rows.hpp"

#include "intake/workbook.hpp"
namespace motaudit {
namespace {

constexpr std::size_t longest_head = std::size_t{64} << 10;

} // namespace

std::optional<Error> CsvRows::feed(std::string_view bytes, RowTaker& to) {
    to_ = &to;
    return pieces_.feed(bytes, [this](std::string_view text) { return take(text); });
}

std::optional<Error> CsvRows::finish(RowTaker& to) {
    to_ = &to;
    if (auto error = pieces_.finish([this](std::string_view text) { return take(text); })) return error;
    if (!reader_)
        if (auto error = begin()) return error;
    auto error = reader_->finish();
    if (error && error->line != 0) error->line += skipped_;
    return error;
}

std::optional<Error> CsvRows::take(std::string_view text) {
    std::optional<Error> error;
    if (reader_) {
        error = reader_->feed(text);
        if (error && error->line != 0) error->line += skipped_;
        return error;
    }
    head_ += text;
    if (head_.find('\n') == std::string::npos && head_.size() < longest_head) return {};
    return begin();
}

std::optional<Error> CsvRows::begin() {
    std::string_view head = head_;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    if (head.starts_with("sep=") && head.size() > 4) {
        const auto end = head.find('\n');
        if (end == std::string_view::npos) return {}; // nothing follows
        if (delimiter_ == 0) delimiter_ = head[4];
        head.remove_prefix(end + 1);
        skipped_ = 1;
    }
    if (delimiter_ == 0) delimiter_ = csv_separator(head);
    reader_ = std::make_unique<CsvReader>(
        delimiter_, [this](std::size_t line, std::span<const std::string_view> cells) { to_->row(line + skipped_, cells); });
    auto error = reader_->feed(head);
    head_ = {};
    return error;
}

std::unique_ptr<RowSource> rows_of(const ColumnMap& map, const std::string& encoding) {
#ifdef MOTAUDIT_MAIL
    if (map.format == ColumnMap::Format::xlsx) return std::make_unique<WorkbookRows>(map.sheet);
#endif
    const auto& charset = map.encoding.empty() ? encoding : map.encoding;
    if (map.format == ColumnMap::Format::jsonl) return std::make_unique<JsonlRows>(map, charset);
    const char usual = map.format == ColumnMap::Format::tsv ? '\t' : '\0';
    return std::make_unique<CsvRows>(map.delimiter != 0 ? map.delimiter : usual, charset);
}

} // namespace motaudit
