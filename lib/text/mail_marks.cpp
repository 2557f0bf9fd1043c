#include "text/mail_marks.hpp"

#include <algorithm>
#include <cstring>

namespace motaudit::mail_marks {
namespace {

using std::string_view;

// A line longer than this is prose, whatever it holds.
constexpr std::size_t longest_mark = 400;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c & 0x80) != 0; }

// `mark` in lower case; letters beyond ASCII stand as they are usually written.
bool begins(string_view line, string_view mark) {
    return line.size() >= mark.size() &&
           std::equal(mark.begin(), mark.end(), line.begin(), [](char m, char c) { return m == lower(c); });
}

bool ends(string_view line, string_view mark) {
    return line.size() >= mark.size() && begins(line.substr(line.size() - mark.size()), mark);
}

bool holds(string_view line, string_view mark) {
    return std::search(line.begin(), line.end(), mark.begin(), mark.end(), [](char c, char m) { return lower(c) == m; }) !=
           line.end();
}

// Calls `fits` with each mark of a list "a|b|c" until it says true.
template <class Fits>
bool any_of(string_view marks, Fits fits) {
    while (!marks.empty()) {
        const auto end = std::min(marks.find('|'), marks.size());
        if (fits(marks.substr(0, end))) return true;
        marks.remove_prefix(std::min(end + 1, marks.size()));
    }
    return false;
}

bool begins_any(string_view line, string_view marks) {
    return any_of(marks, [line](string_view mark) { return begins(line, mark); });
}

bool holds_any(string_view line, string_view marks) {
    return any_of(marks, [line](string_view mark) { return holds(line, mark); });
}

// The longest mark that the line begins with; empty for none. "thanks and regards" is not "thanks" with something behind it.
string_view longest_begin(string_view line, string_view marks) {
    string_view longest;
    any_of(marks, [&](string_view mark) {
        if (mark.size() > longest.size() && begins(line, mark)) longest = mark;
        return false;
    });
    return longest;
}

// `line` without characters of `set` on its left, right.
string_view without_left(string_view line, string_view set) {
    const auto at = line.find_first_not_of(set);
    return at == string_view::npos ? string_view() : line.substr(at);
}
string_view without_right(string_view line, string_view set) { return line.substr(0, line.find_last_not_of(set) + 1); }

// The line without a colon at its end, also a full-width one; nothing where it has none.
string_view before_colon(string_view line) {
    if (line.ends_with(':')) return trimmed(line.substr(0, line.size() - 1));
    if (line.ends_with("：")) return trimmed(line.substr(0, line.size() - 3));
    return {};
}

std::size_t count_words(string_view line) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : line) {
        const bool blank = c == ' ' || c == '\t';
        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

constexpr string_view verbs = "wrote|writes|a écrit|schrieb|escribió|ha scritto|escreveu|schreef|geschreven|napisał|napsal|napísal|"
                              "skrev|kirjoitti|yazdı|написал|пишет|đã viết|写道|寫道|のメッセージ|작성|a scris|írta|menulis|έγραψε";

} // namespace

string_view line_at(string_view text, std::size_t at) {
    const auto end = text.find('\n', at);
    return text.substr(at, end == string_view::npos ? end : end - at);
}

std::size_t next_line(string_view text, std::size_t at) {
    const auto end = text.find('\n', at);
    return end == string_view::npos ? text.size() : end + 1;
}

string_view trimmed(string_view line) {
    const auto blank = [](string_view s, std::size_t at, std::size_t size) {
        return (size == 2 && s.substr(at, 2) == "\xC2\xA0") ||
               (size == 3 &&
                (s.substr(at, 3) == "\xE3\x80\x80" || s.substr(at, 3) == "\xE2\x80\x8B" || s.substr(at, 3) == "\xEF\xBB\xBF" ||
                 s.substr(at, 3) == "\xE2\x80\xAF" || s.substr(at, 3) == "\xE2\x80\x8E"));
    };
    for (;;) {
        if (line.empty()) return line;
        if (static_cast<unsigned char>(line.front()) <= ' ')
            line.remove_prefix(1);
        else if (blank(line, 0, 2))
            line.remove_prefix(2);
        else if (blank(line, 0, 3))
            line.remove_prefix(3);
        else
            break;
    }
    for (;;) {
        if (static_cast<unsigned char>(line.back()) <= ' ')
            line.remove_suffix(1);
        else if (line.size() > 2 && blank(line, line.size() - 2, 2))
            line.remove_suffix(2);
        else if (line.size() > 3 && blank(line, line.size() - 3, 3))
            line.remove_suffix(3);
        else
            return line;
    }
}

bool is_ordinary(string_view line) {
    std::size_t first = 0;
    while (first < line.size() && (line[first] == ' ' || line[first] == '\t')) ++first;
    if (first == line.size()) return true;
    std::size_t last = line.size() - 1;
    while (last > first && static_cast<unsigned char>(line[last]) <= ' ') --last;
    const char c = lower(line[first]);
    const char end = line[last];
    if (!is_digit(c) && (c < 'a' || c > 'z')) return static_cast<unsigned char>(c) <= ' ';
    const bool closes = end == ':' || end == '>' || end == '-' || end == 'e' || (end & 0x80) != 0;
    return !closes && line.substr(first, 28).find(':') == string_view::npos &&
           line.substr(first, 28).find("：") == string_view::npos;
}

bool is_quoted(string_view line) {
    const auto at = line.find_first_not_of(" \t");
    return at != string_view::npos && at < 4 && line[at] == '>';
}

bool is_rule(string_view line) {
    line = trimmed(line);
    return line.size() >= 4 && line.size() <= longest_mark && (line[0] == '_' || line[0] == '-' || line[0] == '=') &&
           line.find_first_not_of(line[0]) == string_view::npos;
}

namespace {

// "Begin forwarded message:", which has no dashes.
constexpr string_view apple = "begin forwarded message|anfang der weitergeleiteten|début du message réexpédié|"
                              "début du message transféré|inicio del mensaje reenviado|inizio messaggio inoltrato";
constexpr string_view forwards = "forwarded message|forwarded by|weitergeleitete nachricht|message transféré|mensaje reenviado|"
                                 "messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|vidarebefordrat|"
                                 "пересылаемое сообщение|转发邮件|轉寄郵件";
constexpr string_view originals =
    "original message|original appointment|original email|reply message|ursprüngliche nachricht|originalnachricht|"
    "original-nachricht|antwort nachricht|message d'origine|message d’origine|message original|mensaje original|"
    "messaggio originale|mensagem original|oorspronkelijk bericht|oprindelig meddelelse|oprindelig besked|opprinnelig melding|"
    "ursprungligt meddelande|originalmeddelande|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|"
    "исходное сообщение|原始邮件|原始郵件|元のメッセージ|원본 메시지|thư gốc|pesan asli";

// What stands between the dashes of a separator; nothing where the line is none.
string_view between_dashes(string_view line) {
    if (line.size() < 8 || line.size() > longest_mark || string_view("-_*=").find(line[0]) == string_view::npos) return {};
    const string_view inside = without_right(without_left(line, "-_*= "), "-_*= ");
    return inside.size() <= 60 ? inside : string_view();
}

} // namespace

bool is_forward(string_view line) {
    line = trimmed(line);
    return (line.size() <= longest_mark && line.ends_with(':') && begins_any(line, apple)) ||
           begins_any(between_dashes(line), forwards);
}

bool is_separator(string_view line) { return is_forward(line) || begins_any(between_dashes(trimmed(line)), originals); }

Field field_of(string_view line) {
    line = without_left(trimmed(line.substr(0, 120)), "* ");
    if (line.empty()) return Field::none;
    struct Labels {
        Field field;
        string_view names;
    };
    static constexpr Labels labels[] = {
        {Field::from, "from|von|de|van|da|fra|från|od|от|发件人|寄件者|差出人|보낸 사람|dari|từ|lähettäjä|От"},
        {Field::date, "date|datum|fecha|data|dato|дата|日期|Дата"},
        {Field::sent, "sent|gesendet|envoyé|envoyé le|enviado|enviado el|enviada em|inviato|verzonden|skickat|sendt|"
                      "message du|wysłano|lähetetty|отправлено|发送时间|送信日時|보낸 날짜|Отправлено"},
        {Field::to, "to|an|à|À|para|aan|a|til|till|do|кому|Кому|收件人|宛先|받는 사람|kepada"},
        {Field::subject,
         "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|Ämne|temat|aihe|тема|Тема|主题|主旨|件名|"
         "제목|subjek"},
        {Field::other, "cc|bcc|kopie|reply-to|importance|抄送"},
    };
    auto colon = line.find(':');
    if (const auto wide = line.find("：", 0); wide < colon) colon = wide;
    if (colon == string_view::npos || colon > 24) return Field::none;
    const string_view name = without_right(trimmed(line.substr(0, colon)), "* ");
    for (const auto& [field, names] : labels)
        if (any_of(names, [name](string_view label) { return name.size() == label.size() && begins(name, label); })) return field;
    return Field::none;
}

bool is_signature_mark(string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == "-- ") return true;
    line = trimmed(line);
    if (line == "—" || line == "–") return true;
    return line.size() >= 2 && line.size() <= longest_mark && (line[0] == '-' || line[0] == '_') &&
           line.find_first_not_of(line[0]) == string_view::npos;
}

bool is_device_line(string_view line) {
    line = without_left(trimmed(line), "*_");
    if (line.empty() || line.size() > 160) return false;
    if ((line[0] & 0x80) == 0 && string_view("sgevwid").find(lower(line[0])) == string_view::npos) return false;
    static constexpr string_view marks =
        "sent from my |sent from mail|sent from outlook|sent from yahoo|sent from proton|sent from gmail|"
        "sent from samsung|sent from the |sent from iphone|sent via |sent using |sent wirelessly |sent on the go|"
        "get outlook for |sent with |envoyé de mon |envoyé depuis |envoyé à partir |envoyé sans fil |von meinem |"
        "gesendet von |gesendet mit |von unterwegs gesendet|enviado desde |enviado do |enviado de mi |"
        "enviado a partir |inviato da |verzonden vanaf |verstuurd vanaf |skickat från min |sendt fra min |"
        "wysłano z |wysłane z |отправлено с |Отправлено с |发自我的|從我的|iphoneから送信|나의 |gửi từ |dikirim dari ";
    return begins_any(line, marks);
}

Valediction valediction_of(string_view line) {
    line = without_left(trimmed(line), "*_- ");
    if (line.empty() || line.size() > 90) return Valediction::none;
    static constexpr string_view strong =
        "kind regards|kindest regards|best regards|warm regards|warmest regards|with regards|"
        "with kind regards|with best regards|with warm regards|thanks and regards|thanks & regards|"
        "thanks and best regards|thanks and kind regards|thank you and best regards|"
        "thank you and kind regards|many regards|regards|yours sincerely|sincerely|yours faithfully|"
        "yours truly|yours respectfully|respectfully|most sincerely|best wishes|with best wishes|warm wishes|"
        "kind wishes|cordially|with appreciation|with gratitude|rgds|mit freundlichen gr|freundliche gr|"
        "viele gr|beste gr|liebe gr|mfg|cordialement|bien cordialement|bien à vous|salutations|"
        "sincères salutations|saludos|un saludo|atentamente|un cordial saludo|saludos cordiales|"
        "atenciosamente|cumprimentos|com os melhores cumprimentos|cordiali saluti|distinti saluti|saluti|"
        "met vriendelijke groet|vriendelijke groet|groeten|med vennlig hilsen|med venlig hilsen|"
        "venlig hilsen|mvh|med vänlig|vänliga hälsningar|ystävällisin terveisin|z poważaniem|pozdrawiam|"
        "pozdrawiamy|s pozdravem|с уважением|С уважением|trân trọng|hormat kami|salam hormat|此致|敬上|谨启|敬具|"
        "よろしくお願い|saygılarımla|saygılarımızla";
    static constexpr string_view weak = "yours|cheers|best|all the best|take care|thanks|many thanks|thanks again|thank you|"
                                        "thank you very much|thanks a lot|thx|warmly|br|lg|gruß|grüße|salam";
    const string_view firm = longest_begin(line, strong);
    const string_view loose = longest_begin(line, weak);
    const string_view words = firm.size() > loose.size() ? firm : loose;
    if (words.empty()) return Valediction::none;
    const string_view rest = line.substr(words.size());
    const bool stem = words.ends_with("gr") || words.ends_with("vänlig") || (words.back() & 0x80) != 0;
    if (!stem && !rest.empty() && is_letter(rest[0])) return Valediction::none;
    // "Regards, Roman" closes a mail, "Thank you for the pictures." and "Best before 2027" do not.
    if (words == firm) return count_words(rest) <= 5 && !rest.ends_with('?') ? Valediction::strong : Valediction::none;
    const string_view after = without_left(rest, ",.!;: ");
    if (after.empty()) return Valediction::weak;
    return rest[0] == ',' && count_words(after) <= 2 && is_name_line(after) ? Valediction::weak : Valediction::none;
}

bool is_contact_line(string_view line) {
    line = trimmed(line);
    if (line.empty() || line.size() > 120) return false;
    static constexpr string_view marks =
        "http://|https://|www.|@|.com|.co.| team|support|customer care|customer service|service|department|phone:|"
        "tel:|tel.|hotline|helpdesk|help desk|care centre|care center";
    if (holds_any(line, marks)) return true;
    const auto digits = std::ranges::count_if(line, is_digit);
    return digits >= 7 && line.find_first_not_of("+-()./0123456789 |") >= 4;
}

bool is_team_line(string_view line) {
    line = without_right(trimmed(line), ", ");
    static constexpr string_view teams =
        " team|support|customer care|customer service|department|helpdesk|service centre|service center";
    if (line.size() > 48 || count_words(line) > 6 || line.find_first_of(".!?:;") != string_view::npos || !holds_any(line, teams))
        return false;
    return (line[0] >= 'A' && line[0] <= 'Z') || (line[0] & 0x80) != 0;
}

bool is_name_line(string_view line) {
    line = trimmed(line);
    if (line.size() > 48 || line.empty()) return false;
    const bool marked = line[0] == '-' || line[0] == '~' || line[0] == '/' || line.starts_with("—") || line.starts_with("–");
    if (marked && line.starts_with("- ")) return false; // a list
    line = without_left(line, "-~/ ");
    if (line.starts_with("—") || line.starts_with("–")) line = trimmed(line.substr(3));
    line = without_right(line, marked ? ",.! " : ", ");
    if (line.size() < 2) return false;
    if ((line[0] == '[' && line.back() == ']') || (line[0] == '<' && line.back() == '>') || (line[0] == '{' && line.back() == '}'))
        return line.find_first_of("(%#") == string_view::npos;
    const auto words = count_words(line);
    if (line.find_first_of(".!?:;#$%&*=0123456789<>\"") != string_view::npos && !(line.back() == '.' && words == 2))
        return false; // "Sanjay R."
    if (is_team_line(line)) return true;
    if (words > 5) return false;
    static constexpr string_view particles = "bin |binti |de |da |dos |del |la |van |von |der |den |al |el |ibn ";
    bool start = true;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        const bool capital = (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
        if (start && !capital && (at == 0 || !begins_any(line.substr(at), particles))) return false;
        start = c == ' ';
    }
    if (words > 3 && !holds_any(line, particles)) return false;
    static constexpr string_view words_of_reply =
        "yes|no|ok|okay|done|thanks|thank|hi|hello|please|dear|sorry|sure|great|good|best|not|agreed|bye";
    const auto word = longest_begin(line, words_of_reply).size();
    return word == 0 || (line.size() > word && is_letter(line[word]));
}

bool has_verb_of_writing(string_view line) {
    return any_of(verbs, [line](string_view verb) { return line.find(verb) != string_view::npos; });
}

Closing closing_of(string_view line) {
    line = trimmed(line);
    if (line.size() > longest_mark) line = line.substr(line.size() - longest_mark);
    const string_view dashes = without_right(line, "- ");
    if (dashes.size() < line.size() && dashes.size() + 3 <= line.size())
        return ends(dashes, "wrote") ? Closing::verb : Closing::none;
    string_view before = before_colon(line);
    if (before.empty() && ends(line, " wrote") && opens_attribution(line) && has_date(line)) return Closing::verb;
    if (before.empty()) return line.ends_with('>') && line.find('@') != string_view::npos ? Closing::bare : Closing::none;
    if (has_verb_of_writing(before)) return Closing::verb;
    if (before == ">" || (before.ends_with('>') && before.find('@') != string_view::npos)) return Closing::address;
    const bool time = before.size() > 4 && is_digit(before.back()) && before[before.size() - 3] == ':';
    return time || ends(before, "uhr") ? Closing::time : Closing::none;
}

bool opens_attribution(string_view line) {
    line = without_left(trimmed(line), "-> ");
    static constexpr string_view words = "on |le |am |el |il |em |op |w dniu |dnia |den |vào |pada |在|于";
    return begins_any(line, words);
}

bool has_date(string_view line) {
    line = line.substr(0, longest_mark);
    for (std::size_t at = 0; at + 3 < line.size(); ++at) {
        if (!is_digit(line[at])) continue;
        std::size_t digits = 1;
        while (at + digits < line.size() && is_digit(line[at + digits])) ++digits;
        const string_view rest = line.substr(at + digits);
        if (digits == 4 && (begins(line.substr(at), "19") || begins(line.substr(at), "20"))) return true;
        if (digits <= 2 && rest.size() >= 2 && (rest[0] == ':' || rest[0] == '/' || rest[0] == '.' || rest[0] == '-') &&
            is_digit(rest[1]))
            return true;
        at += digits - 1;
    }
    return false;
}

std::size_t attribution_within(string_view line) {
    const std::size_t from = line.size() > longest_mark ? line.size() - longest_mark : 0;
    static constexpr string_view days = "mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    std::size_t found = string_view::npos;
    for (auto at = line.find("On ", from); at != string_view::npos; at = line.find("On ", at + 3)) {
        const string_view rest = line.substr(at + 3);
        if (at > 0 && line[at - 1] != ' ' && line[at - 1] != '-') continue;
        if (!rest.empty() && (is_digit(rest[0]) || begins_any(rest, days))) found = at;
    }
    if (found == string_view::npos) return found;
    return without_right(line.substr(0, found), "- ").size();
}

} // namespace motaudit::mail_marks
