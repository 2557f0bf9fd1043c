#include "intake/labels.hpp"

#include "intake/ascii.hpp"
#include <charconv>
#include <span>
#include <string>

namespace motaudit {
namespace {

using namespace ascii;

constexpr std::string_view agent_words[] = {"agent", "advisor", "adviser", "associate", "operator", "rep",  "representative",
                                            "csr",   "support", "staff",   "客服",      "坐席",     "座席", "客服代表"};
constexpr std::string_view customer_words[] = {"customer", "visitor", "client",   "caller", "user", "guest", "consumer", "end user",
                                               "end-user", "enduser", "end_user", "member", "客户", "顾客",  "用户",     "访客"};
constexpr std::string_view bot_words[] = {
    "bot", "chatbot", "chat bot", "virtual assistant", "virtual agent", "automated agent", "automated_agent", "ivr", "机器人"};
constexpr std::string_view system_words[] = {"system", "系统"};
constexpr std::string_view supervisor_words[] = {"supervisor", "team leader", "team lead", "manager"};
// Teams, not customers, though they begin with the customer.
constexpr std::string_view service_words[] = {"service", "services", "support", "care", "relations", "success"};

template <std::size_t n>
bool among(std::string_view word, const std::string_view (&list)[n]) {
    return std::ranges::find(list, word) != std::end(list);
}

std::optional<Speaker> speaker_of(std::string_view words) {
    if (among(words, agent_words)) return Speaker::agent;
    if (among(words, customer_words)) return Speaker::customer;
    if (among(words, bot_words)) return Speaker::bot;
    if (among(words, system_words)) return Speaker::system;
    if (among(words, supervisor_words)) return Speaker::supervisor;
    return std::nullopt;
}

// Without a number at the end: "Agent 1", "Visitor #512", "agent_2".
std::string_view without_number(std::string_view label) {
    std::size_t end = label.size();
    while (end > 0 && is_digit(label[end - 1])) --end;
    if (end == label.size() || end == 0) return label;
    while (end > 0 && (label[end - 1] == '#' || label[end - 1] == '_' || label[end - 1] == '-' || label[end - 1] == ' ')) --end;
    return end == 0 ? label : label.substr(0, end);
}

std::string_view name_in(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text[0] == '-' || text[0] == '#' || text[0] == ':')) text = trim(text.substr(1));
    const bool letters = std::ranges::any_of(text, is_letter);
    return letters ? text : std::string_view{};
}

} // namespace

std::optional<Role> role_of(std::string_view label) {
    label = trim(label);
    if (label.empty() || label.size() > 100) return std::nullopt;
    const std::string whole = lower(without_number(label));
    if (const auto speaker = speaker_of(whole)) return Role{*speaker, {}, true};

    // "Jamie (Agent)" and "Agent (Jamie)".
    const auto open = label.find('(');
    if (open != std::string_view::npos && open != 0 && label.back() == ')') {
        const auto outside = trim(label.substr(0, open)), inside = trim(label.substr(open + 1, label.size() - open - 2));
        if (const auto speaker = speaker_of(lower(without_number(inside)))) return Role{*speaker, name_in(outside)};
        if (const auto speaker = speaker_of(lower(without_number(outside)))) return Role{*speaker, name_in(inside)};
        return std::nullopt;
    }

    const auto first_end = label.find(' '), last_begin = label.rfind(' ');
    if (first_end == std::string_view::npos) return std::nullopt;
    const std::string first = lower(label.substr(0, first_end)), last = lower(label.substr(last_begin + 1));
    if (among(last, service_words)) return Role{Speaker::agent, {}}; // "Customer Care", "OPPO Support"
    // "Support Agent"; "Customer Service Representative".
    if (const auto speaker = speaker_of(last); speaker && *speaker != Speaker::customer) return Role{*speaker, {}};
    const auto rest = name_in(label.substr(first_end));
    const auto speaker = speaker_of(first);
    // "Agent Jamie", "Customer - Maria Lopez": what follows is a name.
    if (speaker && !rest.empty() && (is_upper(rest[0]) || static_cast<unsigned char>(rest[0]) >= 0x80)) return Role{*speaker, rest};
    return std::nullopt;
}

bool is_voice_number(std::string_view label) {
    if (label.empty() || !is_digit(label.back())) return false;
    const std::string words = lower(without_number(label));
    return words == "speaker" || words == "spk" || words == "voice" || words == "channel" || words == "ch";
}

std::optional<Speaker> mapped(std::string_view label, const ReadOptions& options) {
    const auto number_of = [](std::string_view text) {
        int number = -1;
        const auto digits = text.find_last_not_of("0123456789") + 1; // npos + 1 = 0
        std::from_chars(text.data() + digits, text.data() + text.size(), number);
        return number;
    };
    for (const auto& [key, speaker] : options.speaker_map) {
        if (same(key, label)) return speaker;
        const bool number = !key.empty() && std::ranges::all_of(key, is_digit);
        if (number && is_voice_number(label) && number_of(key) == number_of(label)) return speaker;
    }
    for (const auto& name : options.agent_names) {
        if (same(name, label)) return Speaker::agent;
    }
    return std::nullopt;
}

bool is_label(std::string_view text, bool beside_time) {
    if (text.empty() || text.size() > (beside_time ? 80 : 48)) return false;
    if (text.find("//") != std::string_view::npos || text.find('"') != std::string_view::npos) return false;
    if (std::ranges::none_of(text, is_letter)) return false;
    if (std::ranges::count(text, ' ') > (beside_time ? 5 : 3)) return false;
    if (beside_time) return true;
    if (!is_letter(text[0]) && text[0] != '@' && !is_digit(text[0])) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_letter(c) || is_digit(c)) continue;
        // A full stop belongs to "Dr.", an initial or a handle, not to a sentence.
        if (c == '.' && text[0] == '@') continue;
        if (c == '.' && (text.substr(0, i).size() - (text.substr(0, i).find_last_of(' ') + 1) <= 3)) continue;
        if (std::string_view(" -'_@#()+&").find(c) == std::string_view::npos) return false;
    }
    return true;
}

bool is_field_word(std::string_view label) {
    constexpr std::string_view words[] = {
        "note",         "notes",     "imei",     "imei 1",       "imei 2", "model",     "order",
        "order number", "order no",  "phone",    "phone number", "email",  "e-mail",    "address",
        "name",         "full name", "date",     "time",         "ps",     "p.s.",      "re",
        "fw",           "fwd",       "aw",       "subject",      "to",     "from",      "cc",
        "sent",         "tel",       "http",     "https",        "link",   "website",   "url",
        "warning",      "tip",       "step",     "price",        "total",  "version",   "serial number",
        "sn",           "s/n",       "case",     "case number",  "ticket", "reference", "ref",
        "example",      "e.g.",      "i.e.",     "important",    "update", "edit",      "address line",
        "colour",       "color",     "warranty", "question",     "answer"};
    return among(lower(label), words);
}

} // namespace motaudit
