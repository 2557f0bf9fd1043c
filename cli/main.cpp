#include "commands.hpp"
#include "exit.hpp"
#include "message.hpp"
#include "output.hpp"

namespace motaudit {

static int run(const HelpText& help) { return print(help.text); }

static int main(int count, const char* const* words) {
    prepare_signals();
    try {
        const auto arguments = parse(count, words);
        if (arguments) return std::visit([](const auto& command) { return run(command); }, *arguments);
        say(arguments.error().text());
        return wrong_use;
    } catch (const std::bad_alloc&) {
        say("not enough memory");
    } catch (const std::exception& error) {
        say(std::string("internal error: ") + error.what());
    }
    return run_broken;
}

} // namespace motaudit

int main(int count, char** words) { return motaudit::main(count, words); }
