#include "standard/files.hpp"
#include "standard/embedded.hpp"
#include "standard/load.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

namespace motaudit {
namespace {

namespace fs = std::filesystem;

class BuiltIn final : public LexiconFiles {
public:
    std::vector<std::string> list() const override {
        std::vector<std::string> out;
        for (const auto& file : embedded_files()) out.emplace_back(file.path);
        return out;
    }
    std::optional<std::string_view> read(std::string_view path) const override {
        const auto files = embedded_files();
        const auto at = std::ranges::lower_bound(files, path, {}, &EmbeddedFile::path);
        if (at == files.end() || at->path != path) return {};
        return std::string_view(at->begin, static_cast<std::size_t>(at->end - at->begin));
    }
    std::string shown(std::string_view path) const override { return "lexicons/" + std::string(path); }
};

// Reads a folder once, when it is opened, so that one run judges by one state of it.
class Folder final : public LexiconFiles {
public:
    explicit Folder(std::string name) : name_(std::move(name)) {}
    std::vector<std::string> list() const override {
        std::vector<std::string> out;
        for (const auto& [path, bytes] : files_) out.push_back(path);
        return out;
    }
    std::optional<std::string_view> read(std::string_view path) const override {
        const auto at = files_.find(path);
        if (at == files_.end()) return {};
        return at->second;
    }
    std::string shown(std::string_view path) const override { return name_ + "/" + std::string(path); }

    std::map<std::string, std::string, std::less<>> files_ = {};

private:
    std::string name_;
};

bool is_hidden(const fs::path& path) {
    const auto name = path.filename().string();
    return name.empty() || name.front() == '.' || name.back() == '~';
}

} // namespace

bool is_folder(const std::string& path) {
    std::error_code unreadable;
    return fs::is_directory(path, unreadable);
}

std::optional<std::string> read_whole(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    constexpr std::size_t piece = std::size_t{64} << 10;
    while (in) {
        const auto size = bytes.size();
        bytes.resize(size + piece);
        in.read(bytes.data() + size, piece);
        bytes.resize(size + static_cast<std::size_t>(in.gcount()));
    }
    if (!in.eof()) return {};
    return bytes;
}

const LexiconFiles& built_in_files() {
    static const BuiltIn files;
    return files;
}

Result<std::unique_ptr<LexiconFiles>> files_under(const std::string& folder) {
    std::error_code failed;
    auto out = std::make_unique<Folder>(folder.size() > 1 && folder.ends_with('/') ? folder.substr(0, folder.size() - 1) : folder);
    fs::recursive_directory_iterator at(folder, failed);
    for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
        if (is_hidden(at->path())) {
            at.disable_recursion_pending();
            continue;
        }
        std::error_code unknown_kind;
        if (!at->is_regular_file(unknown_kind)) continue;
        auto bytes = read_whole(at->path().string());
        if (!bytes) return Error{at->path().string(), 0, 0, "cannot be read"};
        out->files_.emplace(at->path().lexically_relative(folder).generic_string(), std::move(*bytes));
    }
    if (failed) return Error{folder, 0, 0, "cannot be listed: " + failed.message()};
    return std::unique_ptr<LexiconFiles>(std::move(out));
}

std::vector<std::string> standard_names(const LexiconFiles& files) {
    constexpr std::string_view folder = "standards/", ending = ".toml";
    std::vector<std::string> out;
    for (const auto& path : files.list())
        if (path.starts_with(folder) && path.ends_with(ending) && path.size() > folder.size() + ending.size())
            out.push_back(path.substr(folder.size(), path.size() - folder.size() - ending.size()));
    return out;
}

} // namespace motaudit
