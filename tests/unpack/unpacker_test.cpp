#include "unpack/unpacker.hpp"

#include "support/archives.hpp"
#include "support/scratch.hpp"
#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

using namespace motaudit;
using namespace motaudit::test;

namespace {

using Lines = std::vector<std::string>;

bool ends_in_skip(std::string_view name) { return name.ends_with(".skip"); }

// "path=content", "path! trouble" or "path-" of what was passed over; a failure behind the content that came before.
Lines unpack(const std::string& bytes, const UnpackLimits& limits = {}, bool from_pipe = false) {
    static const Scratch scratch;
    const auto path = scratch.write("f", bytes);
    int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    REQUIRE(file >= 0);
    std::string ahead(std::min<std::size_t>(bytes.size(), 700), '\0');
    REQUIRE(::read(file, ahead.data(), ahead.size()) == static_cast<ssize_t>(ahead.size()));
    if (from_pipe) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        const auto rest = bytes.substr(ahead.size());
        REQUIRE(::write(ends[1], rest.data(), rest.size()) == static_cast<ssize_t>(rest.size()));
        ::close(ends[1]);
        ::close(file);
        file = ends[0];
    }
    Lines lines;
    {
        Unpacker unpacker(file, ahead, "f", limits, ends_in_skip);
        for (Unpacker::Member member; unpacker.next(member);) {
            if (member.passed_over || !member.trouble.empty()) {
                lines.push_back(member.passed_over ? member.path + "-" : member.path + "! " + member.trouble);
                continue;
            }
            std::string content(std::size_t{8} << 10, '\0');
            std::size_t size = 0;
            for (std::size_t got = 1; got != 0; size += got) {
                if (content.size() - size < 4096) content.resize(content.size() * 2);
                got = unpacker.read(content.data() + size, content.size() - size);
            }
            lines.push_back(member.path + "=" + (size > 100 ? std::to_string(size) + " bytes" : content.substr(0, size)));
            if (!unpacker.failure().empty()) lines.push_back(member.path + "! " + unpacker.failure());
        }
    }
    ::close(file);
    return lines;
}

bool starts(const std::string& line, std::string_view with) { return line.starts_with(with); }

const Members two = {{"b.txt", "second"}, {"chats/a.json", "first"}};

} // namespace

TEST_CASE("a packed file keeps its path, and a member stands behind its archive's") {
    const Lines both = {"f!/b.txt=second", "f!/chats/a.json=first"};
    CHECK(unpack(gzip_of("hello")) == Lines{"f=hello"});
    CHECK(unpack(zstd_of("hello")) == Lines{"f=hello"});
    CHECK(unpack(gzip_of("one ") + gzip_of("two")) == Lines{"f=one two"});
    CHECK(unpack(zstd_of("one ") + zstd_of("two")) == Lines{"f=one two"});
    CHECK(unpack(gzip_of("hello") + std::string(300, '\0')) == Lines{"f=hello"});
    for (const bool from_pipe : {false, true}) {
        CAPTURE(from_pipe);
        for (const auto& archive : {tar_of(two), zip_of(two), gzip_of(tar_of(two)), zstd_of(tar_of(two)), gzip_of(zip_of(two))})
            CHECK(unpack(archive, {}, from_pipe) == both);
    }
}

TEST_CASE("archives in archives come in their place") {
    const auto inner = zip_of({{"x", "1"}, {"y.gz", gzip_of("2")}});
    CHECK(unpack(tar_of({{"a", "0"}, {"i.zip", inner}, {"z.tgz", gzip_of(tar_of({{"t", "3"}}))}, {"b", "4"}})) ==
          Lines{"f!/a=0", "f!/i.zip!/x=1", "f!/i.zip!/y.gz=2", "f!/z.tgz!/t=3", "f!/b=4"});
}

TEST_CASE("names are shown and nothing else is done with them") {
    const Lines all = {"f!/../up=1", "f!//etc/passwd=2", "f!/in/./it=3", "f!/h\xC3\xA9.txt=4", "f!/no.skip-"};
    const Members members = {{"../up", "1"}, {"/etc/passwd", "2"}, {"./in/./it", "3"}, {"h\xC3\xA9.txt", "4"}, {"no.skip", "5"}};
    CHECK(unpack(tar_of(members)) == all);
    CHECK(unpack(zip_of(members)) == all);
}

TEST_CASE("links, devices and encrypted members are told, folders are not, and the rest is read") {
    const auto tar = tar_member("d/", "", '5') + tar_member("l", "", '2') + tar_member("p", "", '6') + tar_of({{"a", "1"}});
    CHECK(unpack(tar) == Lines{"f!/l! a link; in an archive only files are read",
                               "f!/p! a device or pipe; in an archive only files are read", "f!/a=1"});
    CHECK(unpack(zip_of({{"a", "1"}}, 0x801)) == Lines{"f!/a! is encrypted; unpack it first"});
    CHECK(unpack(zip_of({})) == Lines{"f! the archive holds no files to judge"});
    CHECK(unpack(gzip_of(gzip_of("a"))) == Lines{"f! packed twice; unpack it first"});
    CHECK(unpack(gzip_of("hello") + "rest").back() == "f! the packed data are damaged");
}

TEST_CASE("a member that passes a limit is unreadable, and the rest is read") {
    const std::string zeros(std::size_t{40} << 20, '\0'), text(3000, 'x');
    const Members members = {{"a", "1"}, {"zeros", zeros}, {"b", "2"}};
    for (const auto& archive : {zip_of(members), gzip_of(tar_of(members)), zstd_of(tar_of(members))}) {
        const auto lines = unpack(archive);
        REQUIRE(lines.size() == 4);
        CHECK(lines[0] == "f!/a=1");
        CHECK(lines[2] == "f!/zeros! unpacks to more than 250 times its size; --archive-limits ratio=N allows more");
        CHECK(lines[3] == "f!/b=2");
        CHECK(unpack(archive, {.ratio = 100'000}).size() == 3);
    }
    const auto lines = unpack(zip_of({{"a", text}, {"b", "2"}}), {.member = 2048});
    CHECK(lines.at(1) == "f!/a! unpacks to more than 2 KiB; --archive-limits member=SIZE allows more");
    CHECK(lines.at(2) == "f!/b=2");
}

TEST_CASE("an archive that passes a limit is read up to there") {
    const Members three = {{"a", "1"}, {"b", "2"}, {"c", "3"}};
    CHECK(unpack(zip_of(three), {.entries = 2}) ==
          Lines{"f!/a=1", "f!/b=2",
                "f! holds more than 2 entries; --archive-limits entries=N allows more; what follows is not read"});
    CHECK(unpack(zip_of({{"i.zip", zip_of(three)}}), {.entries = 2}).back() ==
          "f! holds more than 2 entries; --archive-limits entries=N allows more; what follows is not read");
    const auto total = unpack(zip_of({{"a", std::string(50'000, 'x')}, {"b", "2"}}), {.total = 10'000});
    CHECK(starts(total.back(), "f! unpacks to more than 10000 bytes"));
    auto nested = zip_of({{"a", "1"}});
    for (int i = 0; i < 3; ++i) nested = zip_of({{"n", nested}, {"o", "2"}});
    CHECK(unpack(nested) == Lines{"f!/n!/n!/n! packed more than 3 deep; --archive-limits depth=N allows more", "f!/n!/n!/o=2",
                                  "f!/n!/o=2", "f!/o=2"});
}

TEST_CASE("an archive cut off anywhere is told, and what stood before it is read") {
    for (const auto& whole : {gzip_of("hello hello"), zstd_of("hello hello"), tar_of(two), zip_of(two), gzip_of(tar_of(two)),
                              zstd_of(tar_of(two)), tar_of({{"i.zip", zip_of(two)}}), zip_of({{"i.tar", tar_of(two)}})}) {
        const auto packing = packing_of(whole);
        CAPTURE(static_cast<int>(packing));
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto cut = whole.substr(0, size);
            if (packing_of(cut) != packing) continue;
            if (packing == Packing::tar && size >= whole.size() - 512) continue; // one block of zeros is a mark too
            CAPTURE(size);
            const auto lines = unpack(cut);
            REQUIRE(!lines.empty());
            CHECK(lines.back().find("! ") != std::string::npos);
        }
    }
}

TEST_CASE("an archive with a byte changed anywhere does no harm") {
    for (const auto& whole : {gzip_of("hello hello"), zstd_of(tar_of(two)), tar_of(two), zip_of(two), gzip_of(zip_of(two))}) {
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (const char flip : {'\x01', '\x80', '\xFF'}) {
                auto damaged = whole;
                damaged[at] = static_cast<char>(damaged[at] ^ flip);
                if (packing_of(damaged) != Packing::none) CHECK(!unpack(damaged).empty());
            }
        }
    }
    auto wrong_sum = zip_of({{"a", "hello"}});
    wrong_sum[14] ^= 1;
    CHECK(unpack(wrong_sum).size() == 2);
    auto gzip = gzip_of("hello");
    gzip[gzip.size() - 6] ^= 1;
    CHECK(unpack(gzip).back() == "f! the packed data are damaged");
}
