#include "unpack/archive.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <clocale>
#include <new>

// libarchive turns names into the locale's charset, and loses those that do not fit. It gets one in which all do, on this
// thread and for the time of the call; what the user's locale is makes no difference.

namespace motaudit {
namespace {

constexpr std::size_t block = std::size_t{64} << 10;
constexpr std::size_t tar_block = 512;

class Utf8Locale {
public:
    Utf8Locale() {
        static const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        if (utf8 != nullptr) before_ = uselocale(utf8);
    }
    ~Utf8Locale() {
        if (before_ != nullptr) uselocale(before_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t before_ = nullptr;
};

// What libarchive reads from.
struct Input {
    std::unique_ptr<Source> from;
    std::array<char, block> buffer = {};
    std::uint64_t place = 0;
    std::size_t zeros = 0; // that what was read so far ends in
    bool at_end = false;

    std::size_t read() {
        const auto size = from->read(buffer.data(), buffer.size());
        place += size;
        at_end = size == 0;
        std::size_t run = 0;
        while (run < size && run < tar_block && buffer[size - 1 - run] == '\0') ++run;
        zeros = run == size ? std::min(zeros + run, tar_block) : run;
        return size;
    }
};

la_ssize_t read_input(archive* handle, void* data, const void** bytes) {
    auto& input = *static_cast<Input*>(data);
    *bytes = input.buffer.data();
    const auto size = input.read();
    if (size == 0 && !input.from->failure().empty()) {
        archive_set_error(handle, EIO, "%s", input.from->failure().c_str());
        return ARCHIVE_FATAL;
    }
    return static_cast<la_ssize_t>(size);
}

la_int64_t seek_input(archive* /*handle*/, void* data, la_int64_t offset, int whence) {
    auto& input = *static_cast<Input*>(data);
    const auto size = static_cast<la_int64_t>(input.from->size().value_or(0));
    const auto to = offset + (whence == SEEK_SET ? 0 : whence == SEEK_END ? size : static_cast<la_int64_t>(input.place));
    if (to < 0 || !input.from->seek(static_cast<std::uint64_t>(to))) return ARCHIVE_FATAL;
    input.place = static_cast<std::uint64_t>(to);
    return to;
}

std::string name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr) name = archive_entry_pathname_utf8(entry);
    std::string_view text = name == nullptr ? "(a member without a name)" : name;
    while (text.starts_with("./") && text.size() > 2) text.remove_prefix(2);
    return std::string(text);
}

std::string trouble_of(archive_entry* entry) {
    if (archive_entry_is_encrypted(entry) != 0) return "is encrypted; unpack it first";
    if (archive_entry_hardlink(entry) != nullptr || archive_entry_filetype(entry) == AE_IFLNK)
        return "a link; in an archive only files are read";
    if (const auto type = archive_entry_filetype(entry); type != AE_IFREG && type != 0)
        return "a device or pipe; in an archive only files are read";
    return {};
}

} // namespace

struct Archive::Handle {
    struct Free {
        void operator()(archive* it) const { archive_read_free(it); }
    };
    Input input;
    std::unique_ptr<archive, Free> it = std::unique_ptr<archive, Free>(archive_read_new());

    std::string fault() const {
        const char* text = archive_error_string(it.get());
        if (text != nullptr && std::string_view(text) == "Unrecognized archive format")
            return "the archive is damaged or breaks off: the list of its members is missing";
        return std::string("the archive is damaged") + (text == nullptr ? "" : std::string(": ") + text);
    }
    std::uint64_t taken() const { return static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(it.get(), -1), 0)); }
};

class Archive::Member final : public Source {
public:
    explicit Member(Archive& archive) : archive_(archive), taken_(archive.handle_->taken()) {}
    std::uint64_t packed() const override {
        return archive_.packing_ == Packing::zip ? archive_.handle_->taken() : archive_.handle_->input.from->packed();
    }

private:
    std::size_t fetch(char* to, std::size_t room) override {
        if (!failure_.empty()) return 0;
        auto& handle = *archive_.handle_;
        const auto got = archive_read_data(handle.it.get(), to, room);
        const auto taken = std::max(taken_, handle.taken());
        const auto size = static_cast<std::size_t>(std::max<la_ssize_t>(got, 0));
        archive_.meter_.grow(size, taken - taken_);
        taken_ = taken;
        if (got < 0) failure_ = handle.fault();
        if (!archive_.meter_.broken().empty()) failure_ = archive_.meter_.broken();
        return size;
    }

    Archive& archive_;
    std::uint64_t taken_;
};

Archive::Archive(Packing packing, std::unique_ptr<Source> from, Meter& meter)
    : handle_(new Handle{.input = {.from = std::move(from)}}), packing_(packing), meter_(meter) {
    auto* it = handle_->it.get();
    if (it == nullptr) throw std::bad_alloc();
    if (packing == Packing::zip) {
        is_empty_ = handle_->input.from->peek(4) == "PK\5\6"; // nothing but the end, which libarchive does not know
        archive_read_support_format_zip_seekable(it);
        archive_read_set_seek_callback(it, seek_input);
    } else {
        archive_read_support_format_tar(it);
    }
    archive_read_set_read_callback(it, read_input);
    archive_read_set_callback_data(it, &handle_->input);
    const Utf8Locale locale;
    if (!is_empty_ && archive_read_open1(it) < ARCHIVE_WARN) failure_ = handle_->fault();
}

Archive::~Archive() = default;

bool Archive::next(Entry& entry) {
    entry = {};
    if (is_empty_ || !failure_.empty()) return false;
    const Utf8Locale locale;
    archive_entry* found = nullptr;
    int got = ARCHIVE_RETRY;
    while (got == ARCHIVE_RETRY) got = archive_read_next_header(handle_->it.get(), &found);
    if (!meter_.broken().empty()) {
        failure_ = meter_.broken();
    } else if (got == ARCHIVE_EOF) {
        if (packing_ == Packing::tar) check_end();
    } else if (got < ARCHIVE_WARN) {
        failure_ = handle_->fault();
    } else {
        entry.name = name_of(found);
        entry.is_folder = archive_entry_filetype(found) == AE_IFDIR;
        entry.trouble = trouble_of(found);
        return true;
    }
    return false;
}

std::unique_ptr<Source> Archive::member() { return std::make_unique<Member>(*this); }

// A tar archive ends in blocks of zeros. Without them it may have been cut off between two members; what it was packed with has
// an end of its own, which is looked at too.
void Archive::check_end() {
    auto& input = handle_->input;
    const bool marked = !input.at_end || input.zeros >= tar_block;
    constexpr std::size_t most_behind = std::size_t{1} << 10; // blocks
    for (std::size_t i = 0; i < most_behind && input.read() != 0; ++i) {
    }
    if (!input.from->failure().empty())
        failure_ = input.from->failure();
    else if (!marked)
        failure_ = "the archive breaks off: it has no end mark";
}

} // namespace motaudit
