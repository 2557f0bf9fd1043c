#include "report/redact_parts.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

// Telephone and card numbers and IMEIs. Digits, in groups or as words, with little between them are a run; dates, amounts and
// versions are taken out of it by their shape; in what is left, from each group on, a card (Luhn), an IMEI, then a telephone number
// is looked for. What is said before it decides between a telephone and an order of the same length.

namespace motaudit {
namespace {

struct Group {
    std::size_t begin = 0, end = 0; // in the view
    std::string digits = {};
    bool spoken = false;
    bool joined_by_letters = false; // part of "CPH2359", "128GB"
    bool kept = false;              // of a date, an amount, a version
    bool oddly_joined = false;      // to the one before, by what parts numbers elsewhere
};
using Run = std::vector<Group>;

constexpr std::string_view digit_words[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
constexpr std::array phone_words = std::to_array<std::string_view>(
    {"phone", "mobile", "cell", "cellphone", "tel", "telephone", "ring", "call",     "text",     "whatsapp", "contact",
     "reach", "sms",    "hp",   "handphone", "mob", "ph",        "dial", "callback", "landline", "viber",    "wechat"});
constexpr std::array order_words = std::to_array<std::string_view>(
    {"order",    "invoice",     "case",        "ticket",  "tracking", "ref",     "reference", "serial",  "sn",
     "awb",      "job",         "rma",         "claim",   "receipt",  "model",   "build",     "version", "article",
     "shipment", "parcel",      "consignment", "waybill", "repair",   "request", "product",   "barcode", "ean",
     "sku",      "transaction", "firmware",    "coupon",  "voucher",  "policy",  "incident",  "code"});
constexpr std::array filler_words =
    std::to_array<std::string_view>({"number", "numbers", "no", "num", "nr", "is",   "it",  "was", "id",     "my",  "the", "on",
                                     "at",     "me",      "be", "s",   "as", "your", "you", "can", "please", "for", "to",  "of"});
constexpr std::array currencies =
    std::to_array<std::string_view>({"rs",  "rp",  "inr", "idr", "aud", "usd",   "nzd",   "sgd",  "myr",  "rm",    "php",   "ngn",
                                     "zar", "gbp", "eur", "cny", "rmb", "price", "costs", "cost", "paid", "total", "amount"});

template <class List>
bool has(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != std::end(list);
}

bool luhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1 && (digit *= 2) > 9) digit -= 9;
        sum += digit;
    }
    return sum % 10 == 0;
}

std::string_view word_before(const FoldedView& view, std::size_t& at, std::size_t least, std::string& room) {
    while (at > least && !view.is_letter(at - 1)) --at;
    const auto end = at;
    while (at > least && view.is_letter(at - 1)) --at;
    room.clear();
    for (auto i = at; i < end; ++i) room += view[i] < 0x80 ? static_cast<char>(view[i]) : '?';
    return room;
}

enum class About { nothing, phone, order, imei, amount, number };

// What the words before a number say that it is: the nearest that says anything.
About said_before(const FoldedView& view, std::size_t at) {
    const std::size_t least = at > 40 ? at - 40 : 0;
    if (at > 0 && (view[at - 1] == U'#' || (at > 1 && view[at - 2] == U'#'))) return About::order;
    bool number = false;
    std::string room;
    for (int words = 0; words < 7 && at > least; ++words) {
        const auto word = word_before(view, at, least, room);
        if (word.empty()) break;
        if (word == "imei" || word == "imeis") return About::imei;
        if (has(order_words, word)) return About::order;
        if (has(phone_words, word)) return About::phone;
        if (has(currencies, word)) return About::amount;
        if (word == "number" || word == "no" || word == "num") number = true;
        if (!has(filler_words, word)) break;
    }
    return number ? About::number : About::nothing;
}

// The digit that a word stands for, or that "double"/"triple" repeats; where it ends. Nothing: end = 0.
Group spoken_digit(const FoldedView& view, std::size_t i) {
    std::string room;
    if (i > 0 && view.is_word(i - 1)) return {};
    std::string word(view.word_at(i, room));
    std::size_t times = 1, at = i;
    if (word == "double" || word == "triple") {
        times = word == "double" ? 2 : 3;
        at += word.size();
        if (view[at] != U' ' && view[at] != U'-') return {};
        word = view.word_at(++at, room);
        if (view.is_digit(at) && !view.is_word(at + 1))
            return {.begin = i, .end = at + 1, .digits = std::string(times, static_cast<char>(view[at])), .spoken = true};
    }
    const auto found = std::ranges::find(digit_words, word);
    const bool is_oh = word == "oh" || word == "o" || word == "nought";
    if ((found == std::end(digit_words) && !is_oh) || view.is_word(at + word.size())) return {};
    const char digit = is_oh ? '0' : static_cast<char>('0' + (found - std::begin(digit_words)));
    return {.begin = i, .end = at + word.size(), .digits = std::string(times, digit), .spoken = true};
}

Group group_at(const FoldedView& view, std::size_t i) {
    // A letter O for the first 0: "O412 345 678".
    const bool oh = view[i] == U'o' && view.is_digit(i + 1) && view.is_digit(i + 2) && (i == 0 || !view.is_word(i - 1));
    if (!view.is_digit(i) && !oh) return view[i] >= U'a' && view[i] <= U'z' ? spoken_digit(view, i) : Group{};
    Group group = {.begin = i, .end = i};
    for (; view.is_digit(group.end) || (view[group.end] == U'o' && (group.end == i ? oh : view.is_digit(group.end + 1)));
         ++group.end)
        group.digits += view[group.end] == U'o' ? '0' : static_cast<char>(view[group.end]);
    const auto size = group.digits.size();
    bool before = i > 0 && view.is_letter(i - 1);
    if (before && size >= 7) {
        auto at = i;
        std::string room;
        const auto word = word_before(view, at, i > 20 ? i - 20 : 0, room);
        // "tel0412345678" is glued together; "OP0412345678" is a code.
        before = size < 13 && !has(phone_words, word) && (word.size() < 3 || view.capital[i - 1] || has(order_words, word));
    }
    group.joined_by_letters = before || (view.is_letter(group.end) && size < 9);
    return group;
}

enum class Gap { none, usual, odd };

// What may stand between groups of one number. Commas, colons and the like usually part numbers, or times; only what cannot be
// anything else is looked for across them.
Gap gap_of(const FoldedView& view, std::size_t from, std::size_t to, bool spoken) {
    if (to - from > 4) return Gap::none;
    std::size_t lines = 0;
    Gap gap = Gap::usual;
    for (auto i = from; i < to; ++i) {
        const auto c = view[i];
        lines += c == U'\n';
        const bool usual = c == U' ' || c == U'-' || c == U'.' || c == U'(' || c == U')' || c == U'_' || c == U'\n' || c == U'*' ||
                           (c == U',' && spoken) || (c == U'/' && to - from == 1);
        const bool odd = c == U',' || c == U':' || c == U'~' || c == U'|' || c == U'=' || c == 0xb7 || c == 0x2022;
        if (!usual && !odd) return Gap::none;
        if (!usual) gap = Gap::odd;
    }
    return lines < 2 ? gap : Gap::none;
}

int value_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits.substr(0, 6)) value = value * 10 + (c - '0');
    return value;
}

bool is_date(std::string_view year, std::string_view month, std::string_view day) {
    const int y = value_of(year), m = value_of(month), d = value_of(day);
    return (year.size() == 2 || (y > 1899 && y < 2100)) && m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

char32_t joint(const FoldedView& view, const Group& a, const Group& b) { return b.begin == a.end + 1 ? view[a.end] : U'\0'; }

// Takes dates, versions and amounts out of a run by their shape.
void keep_shapes(const FoldedView& view, Run& run) {
    for (std::size_t g = 0; g < run.size(); ++g) {
        auto& one = run[g];
        const std::string_view d = one.digits;
        if ((d.size() == 8 || d.size() == 12 || d.size() == 14) && is_date(d.substr(0, 4), d.substr(4, 2), d.substr(6, 2)) &&
            said_before(view, one.begin) != About::phone)
            one.kept = true;
        if (g + 2 < run.size()) {
            const auto& a = run[g];
            const auto& b = run[g + 1];
            const auto& c = run[g + 2];
            const auto sign = joint(view, a, b);
            const bool same = sign != U'\0' && sign != U' ' && sign == joint(view, b, c);
            const bool sized = b.digits.size() <= 2 && a.digits.size() + c.digits.size() <= 6;
            const bool ends = g + 3 == run.size() || joint(view, c, run[g + 3]) != sign;
            if (same && sized && ends &&
                (is_date(a.digits, b.digits, c.digits) || is_date(c.digits, b.digits, a.digits) ||
                 is_date(c.digits, a.digits, b.digits)))
                run[g].kept = run[g + 1].kept = run[g + 2].kept = true;
        }
        if (g + 1 < run.size() && joint(view, run[g], run[g + 1]) == U'.' && (g == 0 || joint(view, run[g - 1], run[g]) != U'.')) {
            auto last = g + 1;
            while (last + 1 < run.size() && joint(view, run[last], run[last + 1]) == U'.') ++last;
            std::size_t sum = 0, widest = 0;
            bool zero = false, thousands = d.size() <= 3 && d[0] != '0';
            for (auto i = g; i <= last; ++i) {
                const auto& part = run[i].digits;
                sum += part.size();
                widest = std::max(widest, part.size());
                zero = zero || (part.size() > 1 && part[0] == '0' && i == g);
                if (i > g && part.size() != 3 && !(i == last && part.size() == 2)) thousands = false;
            }
            const bool phone = said_before(view, one.begin) == About::phone;
            const bool version = last - g >= 2 && widest <= 3 && !zero && sum <= 9 && !phone;
            const bool ip = last - g == 3 && widest <= 3 && !zero;
            const bool decimal = last - g == 1 && run[last].digits.size() <= 2 && !zero;
            if (version || ip || decimal || (thousands && !phone && sum < 13))
                for (auto i = g; i <= last; ++i) run[i].kept = true;
        }
    }
}

bool is_card(std::string_view d, const Run& run, std::size_t g, std::size_t e) {
    if (d.size() < 13 || d.size() > 19 || d[0] < '2' || d[0] > '6') return false;
    if (d.size() == 15 && d.substr(0, 2) != "34" && d.substr(0, 2) != "37") return false;
    if (luhn(d)) return true;
    return e - g == 3 && std::all_of(run.begin() + static_cast<std::ptrdiff_t>(g), run.begin() + static_cast<std::ptrdiff_t>(e) + 1,
                                     [](const Group& group) { return group.digits.size() == 4 && !group.oddly_joined; });
}

bool is_imei(std::string_view d, bool alone, About about) {
    if (d.size() == 15) return alone || luhn(d) || about == About::imei;
    return about == About::imei && d.size() >= 14 && d.size() <= 17;
}

bool begins_with_country(std::string_view d) {
    static constexpr std::string_view mobile[] = {"919", "918", "917", "916", "614", "628", "639", "601", "277",
                                                  "276", "278", "447", "658", "659", "656", "849", "848", "234",
                                                  "254", "233", "880", "861", "971", "966", "642"};
    return std::ranges::any_of(mobile, [&](std::string_view code) { return d.starts_with(code); });
}

struct Shape {
    std::string digits = {};
    std::vector<std::size_t> sizes = {};
    bool plus = false, spoken = false;
    bool odd = false; // joined oddly somewhere
    About about = About::nothing;
};

bool is_phone(const Shape& shape) {
    const std::string_view d = shape.digits;
    const auto n = d.size();
    const bool bare = shape.sizes.size() == 1;
    const bool asked = shape.about == About::phone || shape.about == About::number;
    const bool pieces = shape.sizes.size() >= 6 && std::ranges::all_of(shape.sizes, [](std::size_t size) { return size <= 3; });
    const auto sized = [&](std::initializer_list<std::size_t> sizes) { return std::ranges::equal(shape.sizes, sizes); };
    if (shape.about == About::amount && !shape.plus) return false;
    if (shape.about == About::order && !shape.plus) return false;
    if (shape.odd)
        return (shape.plus || d[0] == '0') && n >= 10 && n <= 13 &&
               std::ranges::all_of(shape.sizes, [](std::size_t size) { return size >= 3; });
    if (shape.plus) return n >= 8 && n <= 15;
    if (shape.spoken || pieces) return n >= 7 && n <= 14;
    if (d.starts_with("00")) return n >= 10 && n <= 16;
    if (d[0] == '0') return (n >= 9 && n <= 13) || (n == 8 && asked);
    if (asked && n >= 7 && n <= 13) return true;
    switch (n) {
    case 7:
        return sized({3, 4});
    case 8:
        return (sized({4, 4}) && !d.starts_with("19") && !d.starts_with("20")) || (bare && (d[0] == '8' || d[0] == '9'));
    case 9:
        return sized({3, 3, 3});
    case 10:
        if (d.starts_with("1300") || d.starts_with("1800")) return true;
        if (bare) return (d[0] >= '6') || (d[0] >= '2' && d[3] >= '2') || begins_with_country(d);
        return d[0] >= '2' &&
               (sized({3, 3, 4}) || sized({5, 5}) || sized({3, 7}) || sized({4, 6}) || sized({2, 4, 4}) || sized({4, 3, 3}));
    case 11:
        return (d[0] == '1' && d[1] >= '2') || begins_with_country(d);
    case 12:
    case 13:
        return begins_with_country(d);
    default:
        return false;
    }
}

// The bytes from group g to e, with the plus and the bracket before.
Span span_of(const FoldedView& view, const Run& run, std::size_t g, std::size_t e) {
    auto begin = run[g].begin;
    while (begin > 0 && (view[begin - 1] == U'+' || view[begin - 1] == U'(')) --begin;
    return view.bytes(begin, run[e].end);
}

bool has_plus(const FoldedView& view, std::size_t begin) {
    for (int back = 0; back < 3 && begin > 0; ++back, --begin) {
        if (view[begin - 1] == U'+') return true;
        if (view[begin - 1] != U'(' && view[begin - 1] != U' ') return false;
    }
    return false;
}

std::string shown(std::string_view what, std::string_view digits) {
    return std::string("[").append(what).append(" \u2026").append(digits.substr(digits.size() - 4)).append("]");
}

// The last group of what begins at `g`, and what it is; nothing: an empty text.
std::string identify(const FoldedView& view, const Run& run, std::size_t g, std::size_t& e) {
    const auto about = said_before(view, run[g].begin);
    Shape shape = {.plus = has_plus(view, run[g].begin), .about = about};
    std::array<std::size_t, 20> last = {}; // the group that ends a number of so many digits, from 1
    std::string card;
    for (auto i = g; i < run.size() && !run[i].kept && !run[i].joined_by_letters; ++i) {
        shape.digits += run[i].digits;
        const auto n = shape.digits.size();
        if (n > 19) break;
        last[n] = i + 1;
        if (is_card(shape.digits, run, g, i)) {
            card = shown("card", shape.digits);
            e = i;
        } else if (is_imei(shape.digits, i == g, about) || (n == 15 && luhn(shape.digits))) {
            card = shown("IMEI", shape.digits);
            e = i;
        }
    }
    if (!card.empty()) return card;
    const auto all = shape.digits;
    static constexpr std::size_t abroad[] = {14, 13, 12, 15, 11, 10}, after_zero[] = {10, 11, 12, 9, 13, 8, 14},
                                 otherwise[] = {12, 11, 10, 13, 8, 9, 7, 14, 15};
    using Lengths = std::span<const std::size_t>;
    const auto lengths = shape.plus              ? Lengths(otherwise)
                         : all.starts_with("00") ? Lengths(abroad)
                         : all.starts_with('0')  ? Lengths(after_zero)
                                                 : Lengths(otherwise);
    for (const auto n : lengths) {
        const auto end = last[n];
        if (end == 0) continue;
        shape.digits = all.substr(0, n);
        shape.sizes.clear();
        shape.spoken = shape.odd = false;
        for (auto i = g; i < end; ++i) {
            shape.odd = shape.odd || (i > g && run[i].oddly_joined);
            shape.sizes.push_back(run[i].digits.size());
            shape.spoken = shape.spoken || run[i].spoken;
        }
        if (!is_phone(shape)) continue;
        e = end - 1;
        return shown("phone", shape.digits);
    }
    if (const auto& digits = run[g].digits; digits.size() >= 13 && about != About::order && about != About::amount) {
        e = g;
        return shown("number", digits);
    }
    return {};
}

void hide_run(const FoldedView& view, Run& run, std::vector<Hidden>& out) {
    std::size_t digits = 0;
    for (const auto& group : run) digits += group.digits.size();
    if (digits < 7) return;
    keep_shapes(view, run);
    for (std::size_t g = 0; g < run.size(); ++g) {
        if (run[g].kept || run[g].joined_by_letters) continue;
        std::size_t e = g;
        auto what = identify(view, run, g, e);
        if (what.empty()) continue;
        out.push_back({span_of(view, run, g, e), std::move(what)});
        g = e;
    }
}

} // namespace

void hide_numbers(const FoldedView& view, std::vector<Hidden>& out) {
    Run run;
    for (std::size_t i = 0; i < view.size();) {
        auto group = group_at(view, i);
        if (group.end == 0) {
            // Past the rest of a word: digits inside it are its own.
            if (view.is_letter(i))
                while (view.is_letter(i)) ++i;
            else
                ++i;
            continue;
        }
        const auto next = group.end;
        if (!run.empty()) {
            const auto gap = gap_of(view, run.back().end, group.begin, group.spoken || run.back().spoken);
            group.oddly_joined = gap == Gap::odd;
            if (gap == Gap::none) {
                hide_run(view, run, out);
                run.clear();
            }
        }
        run.push_back(std::move(group));
        i = next;
    }
    hide_run(view, run, out);
}

} // namespace motaudit
