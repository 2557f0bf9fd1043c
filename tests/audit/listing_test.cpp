#include "audit/listing.hpp"

#include "support/scratch.hpp"
#include <doctest/doctest.h>
#include <filesystem>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace motaudit;
namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const Listing& listing, const std::string& top) {
    Lines out;
    const auto shorter = [&](const std::string& path) { return path.starts_with(top) ? path.substr(top.size()) : path; };
    for (const auto& file : listing.files) out.push_back(shorter(file));
    for (const auto& error : listing.errors) out.push_back("! " + shorter(error.path) + ": " + error.message);
    return out;
}

} // namespace

TEST_CASE("a folder's files come in byte order of their paths, those of inner folders too") {
    const test::Scratch scratch;
    for (const auto* name : {"b.txt", "a/z.txt", "a-b.txt", "a/b/c.txt", "B.txt", ".hidden", ".git/config"})
        scratch.write(name, "x");
    const std::string paths[] = {scratch.path()};
    CHECK(lines_of(list_files(paths), scratch.path() + "/") == Lines{"B.txt", "a-b.txt", "a/b/c.txt", "a/z.txt", "b.txt"});
}

TEST_CASE("a hidden file that is named is judged, and a path twice named stands twice") {
    const test::Scratch scratch;
    scratch.write(".hidden", "x");
    const std::string paths[] = {scratch.path() + "/.hidden", "-", scratch.path() + "/.hidden"};
    CHECK(lines_of(list_files(paths), scratch.path() + "/") == Lines{".hidden", "-", ".hidden"});
}

TEST_CASE("what is no file is named once, and the rest is listed") {
    const test::Scratch scratch;
    scratch.write("good.txt", "x");
    scratch.write("folder/inner.txt", "x");
    fs::create_symlink("nowhere", scratch.path() + "/dangling");
    fs::create_symlink("..", scratch.path() + "/folder/up");
    fs::create_symlink("self", scratch.path() + "/self");
    fs::create_symlink("folder/inner.txt", scratch.path() + "/link.txt");
    REQUIRE(mkfifo((scratch.path() + "/pipe").c_str(), 0600) == 0);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = {}};
    const auto name = scratch.path() + "/socket";
    REQUIRE(name.size() < sizeof address.sun_path);
    name.copy(address.sun_path, name.size());
    REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    const std::string paths[] = {scratch.path()};
    CHECK(lines_of(list_files(paths), scratch.path() + "/") ==
          Lines{"folder/inner.txt", "good.txt", "link.txt", "! dangling: a link to a file that does not exist",
                "! folder/up: a loop: the link leads back to a folder that holds it", "! pipe: a named pipe, not a file",
                "! self: a loop of links", "! socket: a socket, not a file"});
    ::close(socket);
}

TEST_CASE("a path that does not exist and a folder that holds nothing are errors") {
    const test::Scratch scratch;
    fs::create_directories(scratch.path() + "/empty/inner");
    const std::string paths[] = {scratch.path() + "/missing", scratch.path() + "/empty"};
    CHECK(lines_of(list_files(paths), scratch.path() + "/") ==
          Lines{"! missing: No such file or directory", "! empty: the folder holds no files to judge"});
}
