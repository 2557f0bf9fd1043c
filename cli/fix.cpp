#include "fix/fixer.hpp"

#include "audit/listing.hpp"
#include "base/input.hpp"
#include "commands.hpp"
#include "exit.hpp"
#include "fix/diff.hpp"
#include "message.hpp"
#include "output.hpp"
#include "standards.hpp"
#include "text/casing.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace motaudit {
namespace {

constexpr std::size_t longest_file = std::size_t{16} << 20;

class Run {
public:
    Run(const FixArguments& arguments, const Standard& standard) : arguments_(arguments), fixer_(standard, arguments.audit.read) {}

    int run() {
        auto input = list_files(arguments_.audit.paths);
        for (const auto& error : input.errors) trouble(error);
        std::erase_if(input.files, [&](const std::string& path) { return !is_meant(path); });
        if (input.files.empty()) {
            say("nothing to fix was found");
            return wrong_use;
        }
        for (const auto& path : input.files) {
            look_at(path);
            if (status_ == run_broken) return status_;
        }
        if (!arguments_.audit.quiet)
            say(fmt::format("{} {} in {} of {} {}", changes_, changes_ == 1 ? "change" : "changes", changed_, input.files.size(),
                            input.files.size() == 1 ? "file" : "files"));
        if (arguments_.diff && changed_ > 0) worse(below_the_bar);
        return status_;
    }

private:
    // Named by itself, or by its ending one of a folder's canned replies.
    bool is_meant(const std::string& path) const {
        if (std::ranges::find(arguments_.audit.paths, path) != arguments_.audit.paths.end()) return true;
        const auto dot = std::min(path.rfind('.'), path.size());
        const auto ending = lower_case(std::string_view(path).substr(dot));
        constexpr std::string_view endings[] = {".txt", ".md", ".markdown", ".html", ".htm"};
        return std::ranges::find(endings, ending) != std::end(endings);
    }

    void look_at(const std::string& path) {
        std::string text;
        auto error = read_pieces(path, [&](std::string_view piece) {
            text += piece;
            return text.size() <= longest_file;
        });
        if (!error && text.size() > longest_file) error = Error{path, 0, 0, "longer than 16 MiB: no canned reply"};
        if (error) return trouble(*error);
        const auto fixed = fixer_.fix(path, text);
        if (!fixed) return trouble(fixed.error());
        if (fixed->changes == 0) return;
        ++changed_;
        changes_ += fixed->changes;
        std::string diff;
        if (arguments_.diff) append_diff(path, text, fixed->text, diff);
        Output output(arguments_.diff ? std::string() : path);
        if (output.write(arguments_.diff ? diff : fixed->text) && output.finish()) return;
        say(output.failure()->text());
        status_ = run_broken;
    }

    void trouble(const Error& error) {
        say(error.text());
        worse(input_unread);
    }

    void worse(int status) { status_ = std::max(status_, status); }

    const FixArguments& arguments_;
    Fixer fixer_;
    std::size_t changed_ = 0, changes_ = 0;
    int status_ = all_passed;
};

} // namespace

int run(const FixArguments& arguments) {
    const auto standards = load_standards(arguments.audit.source);
    if (standards.empty()) return wrong_use;
    for (const auto& standard : standards)
        if (standard->has_channel(Channel::template_)) return Run(arguments, *standard).run();
    say("no parameters for the channel 'template' in the standard");
    return wrong_use;
}

} // namespace motaudit
