#include "unpack/unpacker.hpp"

#include <fmt/format.h>

namespace motaudit {
namespace {

constexpr std::size_t most_held = std::size_t{64} << 20;

bool is_archive(Packing packing) { return packing == Packing::tar || packing == Packing::zip; }

// Another's bytes: the first level may change hands while the meter watches the file.
class Borrowed final : public Source {
public:
    explicit Borrowed(Source& from) : from_(from) {}
    std::optional<std::uint64_t> size() const override { return from_.size(); }
    std::uint64_t packed() const override { return from_.packed(); }

private:
    std::size_t fetch(char* to, std::size_t room) override {
        const auto got = from_.read(to, room);
        if (got == 0) failure_ = from_.failure();
        return got;
    }
    bool move_to(std::uint64_t place) override { return from_.seek(place); }

    Source& from_;
};

} // namespace

Unpacker::Unpacker(int file, std::string_view ahead, std::string path, const UnpackLimits& limits, PassesOver passes_over)
    : path_(std::move(path)), limits_(limits), passes_over_(passes_over), file_(std::make_unique<FileSource>(file, ahead)),
      meter_(limits_, *file_) {}

Unpacker::~Unpacker() = default;

bool Unpacker::next(Member& member) {
    member = {.path = path_};
    failure_.clear();
    if (!entered_) {
        entered_ = true;
        if (enter(std::make_unique<Borrowed>(*file_), member)) return true;
    }
    member_.reset();
    while (!levels_.empty()) {
        if (next_of(levels_.back(), member)) return true;
    }
    return false;
}

// Whether there is something to tell of the archive's next member: its bytes, or why there are none. False = look again.
bool Unpacker::next_of(Level& level, Member& member) {
    Entry entry;
    if (!level.archive->next(entry)) {
        member = {.path = level.path, .trouble = level.archive->failure()};
        if (!member.trouble.empty())
            member.trouble += level.holds_any ? "; what follows is not read" : "";
        else if (!level.holds_any)
            member.trouble = "the archive holds no files to judge";
        if (!meter_.broken().empty()) {
            member.path = path_;
            levels_.clear();
        } else {
            levels_.pop_back();
        }
        return !member.trouble.empty();
    }
    meter_.add_entry();
    if (!meter_.broken().empty() || entry.is_folder) return false;
    member = {.path = level.path + "!/" + entry.name};
    if (passes_over_(entry.name)) {
        member.passed_over = true;
        return true;
    }
    level.holds_any = true;
    if (!entry.trouble.empty()) {
        member.trouble = std::move(entry.trouble);
        return true;
    }
    return enter(level.archive->member(), member);
}

// Takes the packing off until there is a file, which is the member, or an archive, which is a level more: false.
bool Unpacker::enter(std::unique_ptr<Source> source, Member& member) {
    packed_before_ = source->packed();
    given_ = 0;
    const auto depth = levels_.size() + 1;
    auto packing = packing_of(source->peek(packing_head));
    if (packing != Packing::none && depth > limits_.depth) {
        member.trouble = fmt::format("packed more than {} deep; --archive-limits depth=N allows more", limits_.depth);
        return true;
    }
    if (packing == Packing::gzip || packing == Packing::zstd) {
        packed_before_ = 0;
        source = unpacked(packing, std::move(source), meter_);
        packing = packing_of(source->peek(packing_head));
    }
    if (packing == Packing::none) {
        member_ = std::move(source);
        return true;
    }
    if (!is_archive(packing)) {
        member.trouble = "packed twice; unpack it first";
        return true;
    }
    return open(packing, std::move(source), member);
}

bool Unpacker::open(Packing packing, std::unique_ptr<Source> source, Member& member) {
    if (packing == Packing::zip && !source->size()) {
        source = held(std::move(source), member.trouble);
        if (!member.trouble.empty()) return true;
    }
    levels_.push_back({.path = member.path, .archive = std::make_unique<Archive>(packing, std::move(source), meter_)});
    return false;
}

// The list of a zip archive's members stands at its end: one that cannot be sought in is held in memory.
std::unique_ptr<Source> Unpacker::held(std::unique_ptr<Source> source, std::string& trouble) const {
    std::string bytes;
    for (std::size_t got = 1; got != 0 && bytes.size() <= most_held;) {
        const auto had = bytes.size();
        bytes.resize(had + (std::size_t{64} << 10));
        got = source->read(bytes.data() + had, bytes.size() - had);
        bytes.resize(had + got);
    }
    if (bytes.size() > most_held)
        trouble = fmt::format("a zip archive in another, or from a pipe, of more than {}; unpack it first", size_text(most_held));
    else
        trouble = source->failure();
    return std::make_unique<HeldSource>(std::move(bytes));
}

std::size_t Unpacker::read(char* to, std::size_t room) {
    if (!member_ || !failure_.empty()) return 0;
    const auto got = member_->read(to, room);
    given_ += got;
    failure_ = got == 0 ? member_->failure() : meter_.member_breaks(given_, member_->packed() - packed_before_);
    return failure_.empty() ? got : 0;
}

} // namespace motaudit
