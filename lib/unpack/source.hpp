#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motaudit {

// Bytes that come one after another: of a file, of what is packed in it, of an
// archive's member.
class Source {
public:
    virtual ~Source() = default;
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    // Up to `room` bytes; 0 = the end, or it broke off: then failure() says why.
    std::size_t read(char* to, std::size_t room);
    // The next bytes, which stay to be read; fewer than `count` only before the
    // end.
    std::string_view peek(std::size_t count);
    const std::string& failure() const { return failure_; }

    // Size in bytes where any place can be sought; nothing where bytes only come
    // one after another.
    virtual std::optional<std::uint64_t> size() const { return {}; }
    bool seek(std::uint64_t place);

    // Bytes read so far of the packed form that these came from.
    virtual std::uint64_t packed() const = 0;

protected:
    virtual std::size_t fetch(char* to, std::size_t room) = 0;
    virtual bool move_to(std::uint64_t) { return false; }
    std::string failure_ = {};

private:
    std::string ahead_ = {};
    std::size_t ahead_at_ = 0;
};

// An open file, from where it stands less `ahead`, which was read of it before.
// Who opened it closes it.
class FileSource final : public Source {
public:
    FileSource(int file, std::string_view ahead);
    std::optional<std::uint64_t> size() const override { return size_; }
    std::uint64_t packed() const override { return given_; }

private:
    std::size_t fetch(char* to, std::size_t room) override;
    bool move_to(std::uint64_t place) override;

    int file_;
    std::string ahead_; // where it cannot be sought
    std::uint64_t begin_ = 0, given_ = 0;
    std::optional<std::uint64_t> size_ = {};
};

// Bytes in memory: its own, or those of somebody who keeps them as long.
class HeldSource final : public Source {
public:
    explicit HeldSource(std::string&& bytes) : kept_(std::move(bytes)), bytes_(kept_) {}
    explicit HeldSource(std::string_view bytes) : bytes_(bytes) {}
    std::optional<std::uint64_t> size() const override { return bytes_.size(); }
    std::uint64_t packed() const override { return at_; }

private:
    std::size_t fetch(char* to, std::size_t room) override;
    bool move_to(std::uint64_t place) override;

    std::string kept_ = {};
    std::string_view bytes_;
    std::size_t at_ = 0;
};

} // namespace motaudit
