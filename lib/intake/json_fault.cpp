#include "intake/json_fault.hpp"

#include <string>

namespace motaudit {
namespace {

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text.substr(0, text.find_last_not_of(" \t\r\n") + 1)) {}

    JsonFault run() {
        space();
        if (end()) return fault("nothing here");
        do {
            if (!value() || !after_value()) return fault_;
        } while (!open_.empty());
        if (!end()) fault("something follows after the end of the value");
        return fault_;
    }

private:
    bool end() const { return at_ == text_.size(); }
    char here() const { return end() ? '\0' : text_[at_]; }
    bool is(char c) const { return !end() && text_[at_] == c; }
    bool take(char c) {
        if (!is(c)) return false;
        ++at_;
        return true;
    }
    void space() {
        while (is(' ') || is('\t') || is('\n') || is('\r')) ++at_;
    }
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    JsonFault fault(std::string_view what) {
        fault_ = {at_, end() ? "it ends too early" : what};
        return fault_;
    }
    bool wrong(std::string_view what) {
        fault(what);
        return false;
    }

    // One value, or the opening of an object or array down to its first value. A value that is empty counts as whole.
    bool value() {
        for (;;) {
            space();
            const char c = here();
            if (c != '{' && c != '[') return plain();
            if (open_.size() == deepest_json) return wrong("nested more than 1024 deep");
            open_ += c;
            ++at_;
            space();
            if (take(c == '{' ? '}' : ']')) {
                open_.pop_back();
                return true;
            }
            if (c == '{' && !key()) return false;
        }
    }

    // What may stand after a value: a comma and the next one, or the end of what is open.
    bool after_value() {
        for (;;) {
            space();
            if (open_.empty()) return true;
            const bool object = open_.back() == '{';
            if (take(',')) {
                space();
                return !object || key();
            }
            if (!take(object ? '}' : ']')) return wrong(object ? "expected ',' or '}'" : "expected ',' or ']'");
            open_.pop_back();
        }
    }

    bool key() {
        if (!is('"')) return wrong("expected a key in double quotes");
        if (!string()) return false;
        space();
        return take(':') || wrong("expected ':' after the key");
    }

    bool plain() {
        const char c = here();
        if (c == '"') return string();
        if (c == '-' || is_digit(c)) return number();
        for (const std::string_view word : {"true", "false", "null"}) {
            if (text_.substr(at_).starts_with(word)) {
                at_ += word.size();
                return true;
            }
        }
        return wrong("expected a value");
    }

    bool digits() {
        if (!is_digit(here())) return wrong("expected a digit");
        while (is_digit(here())) ++at_;
        return true;
    }

    bool number() {
        take('-');
        if (take('0')) {
            if (is_digit(here())) return wrong("a number may not begin with 0");
        } else if (!digits()) {
            return false;
        }
        if (take('.') && !digits()) return false;
        if (take('e') || take('E')) {
            if (!take('+')) take('-');
            return digits();
        }
        return true;
    }

    bool string() {
        ++at_;
        for (;;) {
            if (end()) return wrong({});
            const char c = text_[at_];
            if (static_cast<unsigned char>(c) < 0x20) return wrong("a control character in a string must be escaped");
            if (c == '\\') {
                if (!escape()) return false;
                continue;
            }
            ++at_;
            if (c == '"') return true;
        }
    }

    bool escape() {
        const std::size_t begin = at_++;
        if (!is('u')) {
            constexpr std::string_view known = "\"\\/bfnrt";
            if (!end() && known.find(here()) != std::string_view::npos) {
                ++at_;
                return true;
            }
            if (!end()) at_ = begin;
            return wrong("unknown escape in a string");
        }
        const int unit = hex_unit();
        if (unit < 0) return false;
        if (unit < 0xD800 || unit > 0xDFFF) return true;
        const bool paired = unit < 0xDC00 && take('\\') && is('u');
        const int second = paired ? hex_unit() : 0;
        if (second < 0) return false;
        if (second >= 0xDC00 && second <= 0xDFFF) return true;
        at_ = begin;
        return wrong("half of a surrogate pair");
    }

    int hex_unit() {
        ++at_;
        int unit = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            const char c = here();
            const int digit = is_digit(c)            ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0) {
                wrong("expected four hexadecimal digits after \\u");
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string open_ = {}; // '{' or '[' for each level
    JsonFault fault_ = {};
};

} // namespace

JsonFault json_fault(std::string_view text) { return Scanner(text).run(); }

} // namespace motaudit
