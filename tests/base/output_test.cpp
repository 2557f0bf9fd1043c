#include "base/output.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace motaudit;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "motaudit-output-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const char* name) const { return (path / name).string(); }
    std::ptrdiff_t count() const { return std::distance(fs::directory_iterator(path), fs::directory_iterator()); }
};

void put(const std::string& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

std::string get(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct NoPipeSignal {
    void (*before)(int) = std::signal(SIGPIPE, SIG_IGN);
    ~NoPipeSignal() { std::signal(SIGPIPE, before); }
};

} // namespace

TEST_CASE("a file is there only once it is whole") {
    const Folder folder;
    const auto path = folder.file("report.txt");
    put(path, "old");
    auto made = FileOutput::create(path);
    REQUIRE(made);
    CHECK(made->write("new ").error == std::nullopt);
    CHECK(made->write("report"));
    CHECK(get(path) == "old");
    CHECK_FALSE(made->commit());
    CHECK(get(path) == "new report");
    CHECK(folder.count() == 1);
}

TEST_CASE("without a commit the old file stays and nothing is left behind") {
    const Folder folder;
    const auto path = folder.file("report.txt");
    put(path, "old");
    {
        auto made = FileOutput::create(path);
        REQUIRE(made);
        CHECK(made->write("half"));
        CHECK(folder.count() == 2);
    }
    CHECK(get(path) == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("a file that may grow no more is an error, and the old one stays") {
    const Folder folder;
    const auto path = folder.file("report.txt");
    put(path, "old");
    const auto signal_before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before = {};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    rlimit small = before;
    small.rlim_cur = 4096;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    {
        auto made = FileOutput::create(path);
        REQUIRE(made);
        const auto written = made->write(std::string(10000, 'x'));
        CHECK_FALSE(written);
        CHECK_FALSE(written.closed_pipe);
        REQUIRE(written.error);
        CHECK(written.error->text() == path + ": cannot write: File too large");
        CHECK(made->commit());
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, signal_before);
    CHECK(get(path) == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("a full disk is an error") {
    if (::access("/dev/full", W_OK) != 0) return;
    auto made = FileOutput::create("/dev/full");
    REQUIRE(made);
    const auto written = made->write("report");
    REQUIRE(written.error);
    CHECK(written.error->text() == "/dev/full: cannot write: No space left on device");
    CHECK(made->commit());
}

TEST_CASE("a place that cannot be written is named") {
    const Folder folder;
    const auto missing = FileOutput::create(folder.file("no/such/report.txt"));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.ends_with("No such file or directory"));
    const auto is_folder = FileOutput::create(folder.path.string());
    REQUIRE_FALSE(is_folder);
    CHECK(is_folder.error().message.ends_with("Is a directory"));
}

TEST_CASE("a link stays a link, permissions stay as they were, devices are written as they are") {
    const Folder folder;
    put(folder.file("real.txt"), "old");
    ::chmod(folder.file("real.txt").c_str(), 0640);
    fs::create_symlink("real.txt", folder.path / "link.txt");
    auto made = FileOutput::create(folder.file("link.txt"));
    REQUIRE(made);
    CHECK(made->write("new"));
    CHECK_FALSE(made->commit());
    CHECK(fs::is_symlink(folder.path / "link.txt"));
    CHECK(get(folder.file("real.txt")) == "new");
    CHECK((fs::status(folder.file("real.txt")).permissions() & fs::perms::all) == fs::perms(0640));

    auto null = FileOutput::create("/dev/null");
    REQUIRE(null);
    CHECK(null->temporary().empty());
    CHECK(null->write("gone"));
    CHECK_FALSE(null->commit());
}

TEST_CASE("a moved output is written once, by its last owner") {
    const Folder folder;
    auto made = FileOutput::create(folder.file("a"));
    REQUIRE(made);
    FileOutput second = std::move(*made);
    auto other = FileOutput::create(folder.file("b"));
    REQUIRE(other);
    CHECK(other->write("dropped"));
    *other = std::move(second);
    CHECK(other->write("kept"));
    CHECK_FALSE(other->commit());
    CHECK(get(folder.file("a")) == "kept");
    CHECK(folder.count() == 1);
}

TEST_CASE("all is written however small the pipe") {
    std::array<int, 2> ends = {};
    REQUIRE(::pipe(ends.data()) == 0);
    const std::string sent(1 << 20, 'x');
    std::size_t received = 0;
    std::thread reader([&] {
        std::array<char, 777> buffer = {};
        for (ssize_t n = 0; (n = ::read(ends[0], buffer.data(), buffer.size())) > 0;) received += static_cast<std::size_t>(n);
    });
    CHECK(write_all(ends[1], sent, "stdout"));
    ::close(ends[1]);
    reader.join();
    ::close(ends[0]);
    CHECK(received == sent.size());
}

TEST_CASE("a closed pipe is told from a fault") {
    const NoPipeSignal quiet;
    std::array<int, 2> ends = {};
    REQUIRE(::pipe(ends.data()) == 0);
    ::close(ends[0]);
    const auto written = write_all(ends[1], "report", "stdout");
    ::close(ends[1]);
    CHECK_FALSE(written);
    CHECK(written.closed_pipe);
    CHECK_FALSE(written.error);
}

TEST_CASE("a bad descriptor is a fault") {
    const auto written = write_all(-1, "report", "stdout");
    REQUIRE(written.error);
    CHECK(written.error->text() == "stdout: cannot write: Bad file descriptor");
    CHECK(write_all(-1, "", "stdout"));
}
