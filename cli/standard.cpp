#include "audit/examples.hpp"
#include "base/nearest.hpp"
#include "commands.hpp"
#include "exit.hpp"
#include "message.hpp"
#include "output.hpp"
#include "report/visible.hpp"
#include "standard/describe.hpp"
#include "standards.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <sys/stat.h>

namespace motaudit {
namespace {

// Whether a standard of that name, or such a file, is there at all; says so where not.
bool is_there(const Shelf& shelf, const std::string& name) {
    struct stat is = {};
    const auto names = shelf.names();
    if (std::ranges::find(names, name) != names.end() || ::stat(name.c_str(), &is) == 0) return true;
    const std::vector<std::string_view> right(names.begin(), names.end());
    const auto near = nearest(name, right);
    const bool is_path = name.find('/') != std::string::npos || name.ends_with(".toml");
    say(is_path ? fmt::format("{}: no such file", name)
                : fmt::format("unknown standard '{}'{}", name,
                              near.empty() ? fmt::format("; there are {}", fmt::join(right, ", ")) : fmt::format(" ({}?)", near)));
    return false;
}

std::unique_ptr<Standard> load(const Shelf& shelf, const std::string& name) {
    if (!is_there(shelf, name)) return nullptr;
    auto loaded = shelf.load(name);
    for (const auto& error : loaded.errors) say(error.text());
    return std::move(loaded.standard);
}

int list(const Shelf& shelf) {
    Standards standards;
    std::vector<const Standard*> there;
    for (const auto& name : shelf.names()) {
        standards.push_back(load(shelf, name));
        if (!standards.back()) return wrong_use;
        there.push_back(standards.back().get());
    }
    return print(list_standards(there));
}

int show(const Shelf& shelf, const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names) {
        const auto standard = load(shelf, name);
        if (!standard) return wrong_use;
        out += (out.empty() ? "" : "\n") + show_standard(*standard);
    }
    return print(out);
}

int check(const Shelf& shelf, const std::vector<std::string>& names) {
    std::string out;
    std::size_t faults = 0;
    for (const auto& name : names) {
        if (!is_there(shelf, name)) return wrong_use;
        const auto loaded = shelf.load(name);
        for (const auto& error : loaded.errors) out += visible(error.text()) + "\n";
        faults += loaded.errors.size();
        if (loaded.standard) out += fmt::format("{}: {} parameters, no faults\n", name, loaded.standard->parameters.size());
    }
    const int printed = print(out);
    return printed == all_passed && faults > 0 ? below_the_bar : printed;
}

int test(const Shelf& shelf, const std::vector<std::string>& names) {
    std::string out;
    std::size_t wrong = 0;
    for (const auto& name : names) {
        const auto standard = load(shelf, name);
        if (!standard) return wrong_use;
        const auto examples = run_examples(*standard);
        for (const auto& one : examples.wrong)
            out +=
                Error{.path = one.example->path, .line = one.line, .message = one.parameter->id + ": " + one.message}.text() + "\n";
        out += fmt::format("{}: {} examples, {} wrong\n", name, examples.examples, examples.wrong.size());
        wrong += examples.wrong.size();
    }
    const int printed = print(out);
    return printed == all_passed && wrong > 0 ? below_the_bar : printed;
}

} // namespace

int run(const StandardArguments& arguments) {
    const auto shelf = Shelf::open(arguments.source.lexicons);
    if (!shelf) {
        say(shelf.error().text());
        return wrong_use;
    }
    const auto& names = arguments.source.names;
    using enum StandardArguments::Action;
    switch (arguments.action) {
    case list:
        return motaudit::list(*shelf);
    case show:
        return motaudit::show(*shelf, names);
    case check:
        return motaudit::check(*shelf, names);
    case test:
        break;
    }
    return motaudit::test(*shelf, names.empty() ? shelf->names() : names);
}

} // namespace motaudit
