#include "unpack/packed.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <zlib.h>
#include <zstd.h>

namespace motaudit {
namespace {

constexpr std::size_t block = std::size_t{64} << 10;

bool is_office(std::string_view name) {
    constexpr std::string_view beginnings[] = {"[Content_Types].xml", "_rels/", "docProps/", "xl/", "word/", "ppt/", "customXml/"};
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return name.starts_with(beginning); });
}

// One kind of packing: `decode` makes bytes of in_, the rest is the same.
class Unpacked : public Source {
public:
    Unpacked(std::unique_ptr<Source> from, Meter& meter) : from_(std::move(from)), meter_(meter) {}
    std::uint64_t packed() const override { return consumed_; }

protected:
    // Takes from in_ and returns how many bytes it made; may set failure_.
    virtual std::size_t decode(char* to, std::size_t room) = 0;

    std::string_view in_ = {};
    bool between_ = false; // one stretch of packed data has ended, and another may follow

private:
    std::size_t fetch(char* to, std::size_t room) override {
        while (!done_) {
            if (in_.empty() && !at_end_) {
                in_ = {buffer_.data(), from_->read(buffer_.data(), buffer_.size())};
                at_end_ = in_.empty();
            }
            const auto before = in_.size();
            const auto made = decode(to, room);
            const auto taken = before - in_.size();
            consumed_ += taken;
            meter_.grow(made, taken);
            if (failure_.empty()) failure_ = meter_.broken();
            if (!failure_.empty()) {
                done_ = true;
            } else if (made == 0 && taken == 0) {
                if (!from_->failure().empty())
                    failure_ = from_->failure();
                else if (!in_.empty())
                    failure_ = "the packed data are damaged";
                else if (at_end_ && !between_)
                    failure_ = "the packed data break off";
                done_ = at_end_ || !in_.empty();
            }
            if (made > 0) return made;
        }
        return 0;
    }

    std::unique_ptr<Source> from_;
    Meter& meter_;
    std::array<char, block> buffer_ = {};
    std::uint64_t consumed_ = 0;
    bool at_end_ = false, done_ = false;
};

class Gunzipped final : public Unpacked {
public:
    Gunzipped(std::unique_ptr<Source> from, Meter& meter) : Unpacked(std::move(from), meter) {
        constexpr int gzip_alone = 16;
        if (inflateInit2(&stream_, MAX_WBITS + gzip_alone) != Z_OK) throw std::bad_alloc();
    }
    ~Gunzipped() override { inflateEnd(&stream_); }

private:
    std::size_t decode(char* to, std::size_t room) override {
        if (between_) {
            // Zeros that fill up a block are allowed behind the data, as gzip(1) allows them.
            in_.remove_prefix(std::min(in_.find_first_not_of('\0'), in_.size()));
            if (in_.empty()) return 0;
            inflateReset(&stream_);
            between_ = false;
        }
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in_.data()));
        stream_.avail_in = static_cast<uInt>(in_.size());
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        const auto size = static_cast<uInt>(std::min<std::size_t>(room, UINT32_MAX / 2));
        stream_.avail_out = size;
        const int got = inflate(&stream_, Z_NO_FLUSH);
        in_.remove_prefix(in_.size() - stream_.avail_in);
        if (got == Z_STREAM_END)
            between_ = true;
        else if (got == Z_MEM_ERROR)
            throw std::bad_alloc();
        else if (got != Z_OK && got != Z_BUF_ERROR)
            failure_ = "the packed data are damaged";
        return size - stream_.avail_out;
    }

    z_stream stream_ = {};
};

class Unzstd final : public Unpacked {
public:
    Unzstd(std::unique_ptr<Source> from, Meter& meter) : Unpacked(std::move(from), meter), stream_(ZSTD_createDStream()) {
        if (!stream_) throw std::bad_alloc();
    }

private:
    std::size_t decode(char* to, std::size_t room) override {
        if (between_ && in_.empty()) return 0;
        ZSTD_inBuffer in = {in_.data(), in_.size(), 0};
        ZSTD_outBuffer out = {to, room, 0};
        const auto got = ZSTD_decompressStream(stream_.get(), &out, &in);
        in_.remove_prefix(in.pos);
        if (ZSTD_isError(got) != 0) failure_ = std::string("the packed data are damaged: ") + ZSTD_getErrorName(got);
        between_ = got == 0;
        return out.pos;
    }

    struct Free {
        void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
    };
    std::unique_ptr<ZSTD_DStream, Free> stream_;
};

} // namespace

Packing packing_of(std::string_view head) {
    using namespace std::string_view_literals;
    constexpr std::size_t zip_name = 30, tar_magic = 257;
    if (head.starts_with("\x1F\x8B"sv)) return Packing::gzip;
    if (head.starts_with("\x28\xB5\x2F\xFD"sv)) return Packing::zstd;
    // A frame that is to be skipped may come first.
    if (head.size() >= 4 && (head[0] & 0xF0) == 0x50 && head.substr(1, 3) == "\x2A\x4D\x18"sv) return Packing::zstd;
    if (head.starts_with("PK\5\6"sv) || head.starts_with("PK\7\10"sv)) return Packing::zip;
    if (head.starts_with("PK\3\4"sv))
        return head.size() > zip_name && is_office(head.substr(zip_name)) ? Packing::none : Packing::zip;
    if (head.size() > tar_magic && head.substr(tar_magic).starts_with("ustar"sv)) return Packing::tar;
    return Packing::none;
}

std::unique_ptr<Source> unpacked(Packing packing, std::unique_ptr<Source> from, Meter& meter) {
    if (packing == Packing::gzip) return std::make_unique<Gunzipped>(std::move(from), meter);
    return std::make_unique<Unzstd>(std::move(from), meter);
}

} // namespace motaudit
