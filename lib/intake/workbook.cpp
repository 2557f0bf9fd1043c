#include "intake/workbook.hpp"

#include "intake/readers.hpp"
#include "intake/workbook_values.hpp"
#include "intake/xml_stream.hpp"
#include "unpack/archive.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <functional>

// A workbook is a zip archive of XML: a list of its sheets, the sheets, the
// texts that cells share, and styles, which alone tell a date from a number
// (ECMA-376, part 1, 18). Each part is looked up in the archive and read as it
// is unpacked; only the shared texts and one row are held. Left out: what is
// merely looks, merged cells, and formulas behind their results.

namespace motaudit {
namespace {

constexpr std::size_t most_shared = std::size_t{256} << 20; // bytes of texts
constexpr std::size_t most_held = std::size_t{64} << 20;    // bytes of a workbook
constexpr std::uint64_t most_unpacked = std::uint64_t{1} << 30;
constexpr std::size_t most_columns = 16'384; // Excel's own limit
constexpr std::string_view office = "xl/";

using Node = XmlStream::Node;

// What is wrong with the workbook; caught in finish().
struct Fault {
    std::string message;
};

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number value = {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return {};
    return value;
}

struct Sheet {
    std::string name, part;
};

class Workbook {
public:
    explicit Workbook(std::string_view bytes) : bytes_(bytes) {}

    void read(const std::string& wanted, RowTaker& to) {
        read_sheets();
        const auto sheet = choose(wanted);
        if (!read_part("xl/sharedStrings.xml", [&](XmlStream& xml) { read_shared(xml); })) shared_.clear();
        read_part("xl/styles.xml", [&](XmlStream& xml) { read_styles(xml); });
        if (!read_part(sheet.part, [&](XmlStream& xml) { read_rows(xml, to); }))
            throw Fault{fmt::format("the workbook does not hold its sheet '{}'", sheet.name)};
    }

private:
    // Calls `take` with the archive's member of that name; false where there is
    // none.
    bool read_part(std::string_view name, const std::function<void(XmlStream&)>& take) {
        auto source = std::make_unique<HeldSource>(bytes_);
        const HeldSource whole(bytes_);
        Meter meter(limits_, whole);
        Archive archive(Packing::zip, std::move(source), meter);
        for (Entry entry; archive.next(entry);) {
            if (entry.name != name) continue;
            if (!entry.trouble.empty()) throw Fault{fmt::format("{} {}", name, entry.trouble)};
            const auto member = archive.member();
            XmlStream xml(*member);
            part_ = name;
            try {
                take(xml);
            } catch (const Fault&) {
                if (meter.broken().empty() && member->failure().empty()) throw;
            }
            if (!meter.broken().empty())
                throw Fault{fmt::format("the workbook unpacks to more than {}; save the sheet as CSV", size_text(most_unpacked))};
            if (!member->failure().empty()) throw Fault{fmt::format("{}: {}", name, member->failure())};
            return true;
        }
        if (!archive.failure().empty()) throw Fault{archive.failure()};
        return false;
    }

    Node next(XmlStream& xml) const {
        const auto node = xml.next();
        if (node == Node::broken) throw Fault{fmt::format("{} is damaged", part_)};
        return node;
    }

    void read_sheets() {
        std::vector<std::pair<std::string, std::string>> targets; // by id
        read_part("xl/_rels/workbook.xml.rels", [&](XmlStream& xml) {
            for (Node node; (node = next(xml)) != Node::done;)
                if (node == Node::begin && xml.name() == "Relationship")
                    targets.emplace_back(xml.attribute("Id"), xml.attribute("Target"));
        });
        const bool found = read_part("xl/workbook.xml", [&](XmlStream& xml) {
            for (Node node; (node = next(xml)) != Node::done;) {
                if (node != Node::begin) continue;
                if (xml.name() == "workbookPr")
                    since_1904_ = xml.attribute("date1904") == "1" || xml.attribute("date1904") == "true";
                if (xml.name() != "sheet") continue;
                const auto id = xml.attribute("id");
                const auto target = std::ranges::find(targets, id, [](const auto& pair) { return pair.first; });
                if (target == targets.end()) continue;
                const auto& path = target->second;
                sheets_.push_back({xml.attribute("name"), path.starts_with('/') ? path.substr(1) : std::string(office) + path});
            }
        });
        if (!found)
            throw Fault{"an Office file that is no workbook; export it as JSON Lines "
                        "or text"};
        if (sheets_.empty()) throw Fault{"the workbook holds no sheet"};
    }

    const Sheet& choose(const std::string& wanted) const {
        if (wanted.empty()) return sheets_.front();
        const auto sheet = std::ranges::find(sheets_, wanted, &Sheet::name);
        if (sheet != sheets_.end()) return *sheet;
        std::string names;
        for (const auto& one : sheets_) names += (names.empty() ? "'" : ", '") + one.name + "'";
        throw Fault{fmt::format("the workbook has no sheet '{}'; there are {}", wanted, names)};
    }

    // The text of an <si> or <is>, up to its end; how a word is to be pronounced
    // is left out.
    std::string read_text(XmlStream& xml, std::string_view element) {
        std::string text;
        bool in_text = false, in_hint = false;
        for (Node node; (node = next(xml)) != Node::done;) {
            if (node == Node::text) {
                if (in_text && !in_hint) text += xml.text();
                continue;
            }
            if (node == Node::end && xml.name() == element) break;
            if (xml.name() == "t") in_text = node == Node::begin;
            if (xml.name() == "rPh") in_hint = node == Node::begin;
        }
        return excel_text(text);
    }

    void read_shared(XmlStream& xml) {
        std::size_t size = 0;
        for (Node node; (node = next(xml)) != Node::done;) {
            if (node != Node::begin || xml.name() != "si") continue;
            shared_.push_back(read_text(xml, "si"));
            size += shared_.back().size() + sizeof(std::string);
            if (size > most_shared)
                throw Fault{fmt::format("the workbook's texts are more than {}; save the sheet as CSV", size_text(most_shared))};
        }
    }

    void read_styles(XmlStream& xml) {
        std::vector<std::size_t> times; // formats of the workbook's own that are of times
        bool in_cells = false;
        for (Node node; (node = next(xml)) != Node::done;) {
            const auto name = xml.name();
            if (name == "cellXfs") in_cells = node == Node::begin;
            if (node != Node::begin) continue;
            if (name == "numFmt") {
                if (const auto id = number_of<std::size_t>(xml.attribute("numFmtId"));
                    id && is_time_format(xml.attribute("formatCode")))
                    times.push_back(*id);
            } else if (name == "xf" && in_cells) {
                const auto id = number_of<std::size_t>(xml.attribute("numFmtId")).value_or(0);
                // ECMA-376, part 1, 18.8.30: the formats that are built in; 27-36 and
                // 50-58 in East Asia.
                const bool built_in =
                    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
                is_time_.push_back(built_in || std::ranges::find(times, id) != times.end());
            }
        }
    }

    void read_rows(XmlStream& xml, RowTaker& to) {
        std::uint64_t line = 0;
        bool any = false;
        std::vector<std::string> cells;
        std::size_t count = 0;
        std::vector<std::string_view> views;
        for (Node node; (node = next(xml)) != Node::done;) {
            if (node == Node::text) continue;
            const auto name = xml.name();
            if (name == "row" && node == Node::begin) {
                line = number_of<std::uint64_t>(xml.attribute("r")).value_or(line + 1);
                count = 0;
            } else if (name == "c" && node == Node::begin) {
                const auto column = column_of(xml.attribute("r")).value_or(count);
                if (column >= most_columns)
                    throw Fault{fmt::format("{}: row {} has more than {} columns", part_, line, most_columns)};
                if (cells.size() <= column) cells.resize(column + 1);
                for (; count <= column; ++count) cells[count].clear();
                cells[column] = read_cell(xml);
            } else if (name == "row" && node == Node::end) {
                views.assign(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(count));
                if (std::ranges::all_of(views, &std::string_view::empty)) continue;
                to.row(line, views);
                any = true;
            }
        }
        if (!any) throw Fault{"the sheet is empty"};
    }

    // "B12" = 1
    static std::optional<std::size_t> column_of(std::string_view place) {
        std::size_t column = 0;
        for (const char c : place.substr(0, 4)) {
            if (c < 'A' || c > 'Z') break;
            column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        }
        if (column == 0) return {};
        return column - 1;
    }

    std::string read_cell(XmlStream& xml) {
        const auto type = xml.attribute("t");
        const auto style = number_of<std::size_t>(xml.attribute("s")).value_or(0);
        std::string value;
        bool in_value = false;
        for (Node node; (node = next(xml)) != Node::done;) {
            if (node == Node::text) {
                if (in_value) value += xml.text();
                continue;
            }
            const auto name = xml.name();
            if (node == Node::end && name == "c") break;
            if (name == "v") in_value = node == Node::begin;
            if (name == "is" && node == Node::begin) value = read_text(xml, "is");
        }
        if (type == "s") {
            const auto index = number_of<std::size_t>(value);
            if (!index || *index >= shared_.size()) throw Fault{fmt::format("{}: a cell's text is missing", part_)};
            return shared_[*index];
        }
        if (type == "b") return value == "1" ? "TRUE" : "FALSE";
        if (type == "str") return excel_text(value);
        if (!type.empty() && type != "n")
            return value; // a text of its own, a date as ISO 8601, or an error such
                          // as #N/A
        const auto days = style < is_time_.size() && is_time_[style] ? number_of<double>(value) : std::nullopt;
        return days ? excel_time(*days, since_1904_) : excel_number(value);
    }

    std::string_view bytes_;
    UnpackLimits limits_ = {.total = most_unpacked};
    std::string_view part_ = {};
    bool since_1904_ = false;
    std::vector<Sheet> sheets_ = {};
    std::vector<std::string> shared_ = {};
    std::vector<bool> is_time_ = {}; // by style
};

// The first row's cells, for a message.
class Header final : public RowTaker {
public:
    std::string names = {};
    void row(std::uint64_t, std::span<const std::string_view> cells) override {
        for (std::size_t i = 0; i < cells.size() && !done_ && i < most_named; ++i)
            names += fmt::format("{}'{}'", names.empty() ? "" : ", ", cells[i]);
        done_ = true;
    }
    void broken_row(Error) override {}

private:
    static constexpr std::size_t most_named = 50;
    bool done_ = false;
};

} // namespace

namespace readers {

int recognises_workbook(std::string_view head, std::string_view /*path*/) {
    return head.starts_with("PK\3\4") && packing_of(head) == Packing::none ? 2 : 0;
}

// A sheet says nothing of what its columns are.
void read_workbook(const Record& record, const ReadOptions&, Arena&, Sink& sink) {
    Header header;
    WorkbookRows rows({});
    auto error = rows.feed(record.bytes, header);
    if (!error) error = rows.finish(header);
    if (!error)
        error = Error{.message = fmt::format("a workbook; say with --map which of its columns is what (motaudit-formats(5)): {}",
                                             header.names)};
    error->line = 0;
    sink.unreadable(std::move(*error));
}

} // namespace readers

std::optional<Error> WorkbookRows::feed(std::string_view bytes, RowTaker&) {
    if (bytes_.size() + bytes.size() > most_held)
        return Error{.message = fmt::format("the workbook is longer than {}; save the sheet as CSV", size_text(most_held))};
    bytes_ += bytes;
    return {};
}

std::optional<Error> WorkbookRows::finish(RowTaker& to) {
    try {
        Workbook(bytes_).read(sheet_, to);
        return {};
    } catch (const Fault& fault) {
        return Error{.message = fault.message};
    }
}

} // namespace motaudit
