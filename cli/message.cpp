#include "message.hpp"

#include "base/output.hpp"
#include "report/visible.hpp"
#include <string>
#include <unistd.h>

namespace motaudit {

// One write a message, so that messages of several programs do not mix within a line. Where that fails nobody is left to tell.
void say(std::string_view text) {
    static_cast<void>(write_all(STDERR_FILENO, "motaudit: " + visible(text) + "\n", "standard error"));
}

} // namespace motaudit
