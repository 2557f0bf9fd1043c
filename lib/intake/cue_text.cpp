// The tokeniser of https://www.w3.org/TR/webvtt1/#webvtt-cue-text-tokenizer, as far as it shows in plain text: every tag is taken
// out, known or not, and an unknown entity stays as it is written.

#include "intake/cue_text.hpp"

#include "intake/ascii.hpp"
#include "intake/entities.hpp"
#include <algorithm>
#include <string>

namespace motaudit {
namespace {

constexpr std::string_view white = " \t\r\n\f";

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); }
bool is_mark(char c) { return c == '<' || c == '&' || c == '{' || c == '\n'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
    return text;
}

class CueText {
public:
    CueText(std::string_view text, Arena& arena, std::vector<CuePart>& parts) : text_(text), arena_(arena), parts_(parts) {}

    void read() {
        while (at_ < text_.size()) {
            const auto begin = at_;
            while (at_ < text_.size() && !is_mark(text_[at_])) ++at_;
            add(text_.substr(begin, at_ - begin));
            if (at_ < text_.size()) mark();
        }
        finish();
    }

private:
    void mark() {
        const char c = text_[at_];
        if (c == '<') {
            tag();
        } else if (c == '&') {
            std::string character;
            const auto size = read_entity(text_.substr(at_, 14), character);
            if (size == 0) return add(text_.substr(at_++, 1));
            change();
            write(character);
            at_ += size;
        } else if (c == '{' && text_.substr(at_).starts_with("{\\")) {
            const auto end = text_.find('}', at_);
            change();
            at_ = end == std::string_view::npos ? text_.size() : end + 1;
        } else if (c == '\n') { // a line is broken for its length
            change();
            if (made_end_ != made_begin_ && made_[made_end_ - 1] == '\r') --made_end_;
            write(" ");
            ++at_;
        } else {
            add(text_.substr(at_++, 1));
        }
    }

    // "<v.loud Joe>", "</v>", "<00:00:01.000>". One that is not closed reaches to the end of the cue.
    void tag() {
        const auto end = std::min(text_.find('>', at_), text_.size());
        const auto inside = text_.substr(at_ + 1, end - at_ - 1);
        if (!is_tag(inside, end < text_.size())) return add(text_.substr(at_++, 1));
        at_ = std::min(end + 1, text_.size());
        const auto name = inside.substr(0, inside.find_first_of(". \t\r\n\f"));
        if (name == "v" && inside.size() > 1) {
            finish();
            const auto space = inside.find_first_of(white);
            voice_ = space == std::string_view::npos ? std::string_view{} : plain(trimmed(inside.substr(space)));
        } else if (name == "/v") {
            finish();
            voice_ = {};
        } else if (begin_ != std::string_view::npos) {
            change();
        }
    }

    // "I <3 it", "a < b", "under <100": what no tag can begin with is text.
    static bool is_tag(std::string_view inside, bool is_closed) {
        if (inside.empty()) return is_closed;
        if (ascii::is_digit(inside[0])) return is_closed && inside.find_first_not_of("0123456789:.") == std::string_view::npos;
        return ascii::is_letter(inside[0]) || inside[0] == '/';
    }

    std::string_view plain(std::string_view text) {
        if (text.find_first_of("&\r\n") == std::string_view::npos) return text;
        auto decoded = with_entities_decoded(text);
        for (char& c : decoded)
            if (c == '\r' || c == '\n') c = ' ';
        return arena_.keep(decoded);
    }

    void add(std::string_view text) {
        if (text.empty()) return;
        if (begin_ == std::string_view::npos) begin_ = static_cast<std::size_t>(text.data() - text_.data());
        if (is_made_)
            write(text);
        else
            end_ = static_cast<std::size_t>(text.data() - text_.data()) + text.size();
    }

    // From here on the text is not what stands in the file. What is made of it is never longer.
    void change() {
        if (is_made_) return;
        is_made_ = true;
        if (made_ == nullptr) made_ = arena_.take(text_.size());
        made_begin_ = made_end_;
        if (begin_ == std::string_view::npos)
            begin_ = at_;
        else
            write(text_.substr(begin_, end_ - begin_));
    }

    void write(std::string_view text) {
        std::ranges::copy(text, made_ + made_end_);
        made_end_ += text.size();
    }

    void finish() {
        CuePart part{.voice = voice_};
        if (begin_ != std::string_view::npos) {
            const auto as_is = trimmed(text_.substr(begin_, end_ > begin_ ? end_ - begin_ : 0));
            part.text = is_made_ ? trimmed({made_ + made_begin_, made_end_ - made_begin_}) : as_is;
            // Tags and blanks at its end change nothing.
            if (part.text == as_is) place(as_is, part);
        }
        if (!part.text.empty()) parts_.push_back(part);
        begin_ = std::string_view::npos;
        end_ = 0;
        is_made_ = false;
    }

    // Parts come in order: lines are counted once.
    void place(std::string_view text, CuePart& part) {
        const auto at = static_cast<std::size_t>(text.data() - text_.data());
        for (; counted_ < at; ++counted_) {
            if (text_[counted_] != '\n') continue;
            ++line_;
            line_begin_ = counted_ + 1;
        }
        part.line = line_;
        part.column = static_cast<std::uint32_t>(at - line_begin_) + 1;
    }

    std::string_view text_;
    Arena& arena_;
    std::vector<CuePart>& parts_;
    std::size_t at_ = 0;
    std::string_view voice_ = {};
    std::size_t begin_ = std::string_view::npos, end_ = 0; // of the part that is being read
    bool is_made_ = false;                                 // it stands in made_
    char* made_ = nullptr;                                 // room for all parts of the cue
    std::size_t made_begin_ = 0, made_end_ = 0;
    std::size_t counted_ = 0, line_begin_ = 0;
    std::uint32_t line_ = 1;
};

} // namespace

void read_cue_text(std::string_view text, Arena& arena, std::vector<CuePart>& parts) {
    parts.clear();
    CueText(text, arena, parts).read();
}

} // namespace motaudit
