#include "audit/listing.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>

namespace motaudit {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};

// The identity of a folder that is being listed; links that lead back to one of them are a loop.
struct FolderId {
    dev_t device;
    ino_t inode;
    friend bool operator==(const FolderId&, const FolderId&) = default;
};

std::string reason(int error) { return std::system_category().message(error); }

std::string_view kind_of(const struct stat& is) {
    if (S_ISFIFO(is.st_mode)) return "a named pipe";
    if (S_ISSOCK(is.st_mode)) return "a socket";
    return "a device";
}

// Lists one folder and those in it. An explicit stack, since folders may be nested as deep as the disk allows.
class FolderListing {
public:
    explicit FolderListing(Listing& listing) : listing_(listing) {}

    void list(const std::string& top, const struct stat& is) {
        pending_.push_back({top, {is.st_dev, is.st_ino}, 0});
        while (!pending_.empty()) {
            auto folder = std::move(pending_.back());
            pending_.pop_back();
            above_.resize(folder.depth);
            above_.push_back(folder.id);
            read(folder);
        }
    }

private:
    struct Folder {
        std::string path;
        FolderId id;
        std::size_t depth;
    };

    void read(const Folder& folder) {
        const std::unique_ptr<DIR, CloseFolder> open(opendir(folder.path.c_str()));
        if (!open) return wrong(folder.path, reason(errno));
        const auto prefix = folder.path.ends_with('/') ? folder.path : folder.path + "/";
        errno = 0;
        while (const dirent* entry = readdir(open.get())) {
            if (entry->d_name[0] != '.') add(prefix + entry->d_name, entry->d_type, folder.depth);
            errno = 0;
        }
        if (errno != 0) wrong(folder.path, reason(errno));
    }

    void add(std::string path, unsigned char type, std::size_t depth) {
        if (type == DT_REG && is_no_conversation(path)) {
            listing_.passed_over.push_back(std::move(path));
            return;
        }
        if (type == DT_REG) {
            listing_.files.push_back(std::move(path));
            return;
        }
        struct stat is = {};
        if (stat(path.c_str(), &is) != 0) {
            const bool dangling = errno == ENOENT && type == DT_LNK;
            return wrong(path, dangling         ? "a link to a file that does not exist"
                               : errno == ELOOP ? "a loop of links"
                                                : reason(errno));
        }
        const FolderId id = {is.st_dev, is.st_ino};
        if (S_ISREG(is.st_mode)) {
            listing_.files.push_back(std::move(path));
        } else if (!S_ISDIR(is.st_mode)) {
            wrong(path, std::string(kind_of(is)) + ", not a file");
        } else if (std::ranges::find(above_, id) != above_.end()) {
            wrong(path, "a loop: the link leads back to a folder that holds it");
        } else {
            pending_.push_back({std::move(path), id, depth + 1});
        }
    }

    void wrong(const std::string& path, std::string message) {
        listing_.errors.push_back({.path = path, .message = std::move(message)});
    }

    Listing& listing_;
    std::vector<Folder> pending_ = {};
    std::vector<FolderId> above_ = {}; // the folder that is being read, and those that hold it
};

} // namespace

bool is_no_conversation(std::string_view path) {
    constexpr std::string_view endings[] = {".sh", ".toml", ".yml", ".yaml", ".schema.json", ".report"};
    return std::ranges::any_of(endings, [&](std::string_view ending) { return path.ends_with(ending); });
}

bool is_left_out(std::string_view member) {
    for (std::size_t at = 0; at < member.size();) {
        const auto name = member.substr(at, member.find('/', at) - at);
        if (name.starts_with('.') && name != "." && name != "..") return true;
        at += name.size() + 1;
    }
    return is_no_conversation(member);
}

Listing list_files(std::span<const std::string> paths) {
    Listing listing;
    for (const auto& path : paths) {
        struct stat is = {};
        if (path == "-") {
            listing.files.push_back(path);
        } else if (stat(path.c_str(), &is) != 0) {
            listing.errors.push_back({.path = path, .message = reason(errno)});
        } else if (!S_ISDIR(is.st_mode)) {
            listing.files.push_back(path); // also a pipe, where it is named: <(zcat week.jsonl.gz)
        } else {
            const auto files = static_cast<std::ptrdiff_t>(listing.files.size());
            const auto errors = static_cast<std::ptrdiff_t>(listing.errors.size());
            const auto passed_over = static_cast<std::ptrdiff_t>(listing.passed_over.size());
            FolderListing(listing).list(path, is);
            std::sort(listing.files.begin() + files, listing.files.end());
            std::sort(listing.passed_over.begin() + passed_over, listing.passed_over.end());
            std::ranges::sort(listing.errors.begin() + errors, listing.errors.end(), {}, &Error::path);
            if (listing.files.size() == static_cast<std::size_t>(files) &&
                listing.errors.size() == static_cast<std::size_t>(errors))
                listing.errors.push_back({.path = path, .message = "the folder holds no files to judge"});
        }
    }
    return listing;
}

} // namespace motaudit
