#include "query/known.hpp"

#include "query/digits.hpp"
#include "query/places.hpp"
#include <algorithm>

namespace motaudit {
namespace {

using ByItem = std::array<std::vector<Given>, item_names.size()>;

// "@jo", "jo_w", "jo.w8": a name as accounts bear it, where nobody's own has a sign or a digit.
bool is_handle(std::string_view name) {
    if (name.starts_with('@')) return true;
    const bool one_word = name.find(' ') == std::string_view::npos && !name.ends_with('.');
    return one_word && name.find_first_of("_.0123456789") != std::string_view::npos;
}

class Reader {
public:
    Reader(const Talk& talk, const std::vector<Request>& requests, const CustomerName& name, ByItem& given)
        : talk_(talk), requests_(requests), name_(name), given_(given), spoken_(talk, Role::spoken_digit) {}

    void read() {
        on_file();
        note_asked();
        for (const auto item : {Item::account, Item::date, Item::location, Item::os_version}) listed(item, gives_list(item));
        listed(Item::model, Role::phone_model);
        listed(Item::email, Role::spoken_address);
        for (std::uint32_t t = 0; t < talk_.turn_count(); ++t) {
            if (talk_.turn(t).is_private || talk_.turn(t).speaker == Speaker::unknown) continue;
            tokens(t);
        }
        answers();
        if (name_.said) add(Item::name, *name_.said, 0, 0);
        for (auto& places : given_)
            std::ranges::stable_sort(places, [](const Given& a, const Given& b) {
                if (a.on_file != b.on_file) return a.on_file;
                return a.turn != b.turn ? a.turn < b.turn : a.first < b.first;
            });
    }

private:
    static Role gives_list(Item item) {
        switch (item) {
        case Item::account:
            return Role::gives_account;
        case Item::date:
            return Role::gives_date;
        case Item::location:
            return Role::gives_location;
        default:
            return Role::gives_os_version;
        }
    }

    void add(Item item, std::uint32_t turn, std::uint32_t first, std::uint32_t last) {
        given_[static_cast<std::size_t>(item)].push_back(
            {.turn = turn, .first = first, .last = last, .by = talk_.turn(turn).speaker});
    }

    void on_file() {
        const auto& known = talk_.conversation().known;
        const std::pair<Item, std::string_view> fields[] = {
            {Item::phone, known.phone},        {Item::email, known.email},           {Item::model, known.model},
            {Item::imei, known.imei},          {Item::order, known.order},           {Item::location, known.location},
            {Item::date, known.purchase_date}, {Item::os_version, known.os_version}, {Item::account, known.account},
        };
        for (const auto& [item, value] : fields)
            if (!value.empty()) given_[static_cast<std::size_t>(item)].push_back({.on_file = true});
        // On a platform the customer's turns bear the account's name.
        if (talk_.channel() != Channel::social) return;
        for (std::uint32_t t = 0; t < talk_.turn_count(); ++t)
            if (talk_.turn(t).speaker == Speaker::customer && is_handle(talk_.turn(t).name)) {
                given_[static_cast<std::size_t>(Item::account)].push_back({.on_file = true});
                break;
            }
    }

    void listed(Item item, Role role) {
        for (const auto& match : talk_.matches(talk_.list(role))) {
            const auto& turn = talk_.turn(match.turn);
            if (turn.is_private || turn.speaker == Speaker::unknown) continue;
            add(item, match.turn, match.first, match.last);
            // Who calls a customer about a phone names it from the record.
            if (item == Item::model && talk_.channel() == Channel::outbound && turn.speaker == Speaker::agent)
                given_[static_cast<std::size_t>(item)].back().on_record = true;
        }
    }

    // What the agent asks for in each block, a bit an item.
    void note_asked() {
        asked_.assign(talk_.blocks().size(), 0);
        for (const auto& request : requests_)
            if (const auto block = talk_.block_of(request.words.turn); block < asked_.size()) asked_[block] |= bit(request.item);
    }
    static unsigned bit(Item item) { return 1u << static_cast<unsigned>(item); }

    // What the agent asked for in the block before a turn.
    bool was_asked(Item item, std::uint32_t turn) const {
        const auto block = talk_.block_of(turn);
        return block != 0 && block < asked_.size() && (asked_[block - 1] & bit(item)) != 0;
    }

    // Words for the item stand shortly before: "Repair number RP-20933817".
    bool named_before(Item item, std::uint32_t turn, std::uint32_t word) const {
        constexpr std::uint32_t words_before = 4;
        const Places places(talk_,
                            static_cast<Role>(static_cast<std::size_t>(Role::item_account) + static_cast<std::size_t>(item)));
        for (std::uint32_t i = 1; i <= words_before && i <= word; ++i)
            if (places.ends_at(turn, word - i)) return true;
        return false;
    }

    // What words stand out by their kind. Nearly all are plain words, which only a spoken number is made of.
    void tokens(std::uint32_t t) {
        const auto words = talk_.words(t);
        const bool customer = talk_.turn(t).speaker == Speaker::customer;
        const bool speaks_digits = !spoken_.in_turns(t, t).empty();
        for (std::uint32_t i = 0; i < words.size(); ++i) {
            switch (words[i].kind) {
            case WordKind::word:
                if (speaks_digits && spoken_.holds(t, i)) i = number(t, i);
                break;
            case WordKind::number:
                i = number(t, i);
                break;
            case WordKind::code:
                code(t, i);
                break;
            case WordKind::address:
                // In a mail's head the customer's own address; in anybody's signature it is theirs, not the customer's.
                if (customer) add(Item::email, t, i, i);
                break;
            case WordKind::handle:
                if (customer && was_asked(Item::account, t)) add(Item::account, t, i, i);
                break;
            default:
                break;
            }
        }
    }

    // The last word of the number that begins at a word.
    std::uint32_t number(std::uint32_t t, std::uint32_t i) {
        const auto number = digits_at(talk_, t, i);
        if (number.digits.empty()) return i;
        const auto size = number.digits.size();
        const auto is = [&](Item item) { add(item, t, number.first, number.last); };
        if (number.is_date) {
            if (was_asked(Item::date, t)) is(Item::date);
            return number.last;
        }
        const bool phone_wanted = was_asked(Item::phone, t) || named_before(Item::phone, t, number.first);
        const bool order_wanted = was_asked(Item::order, t) || named_before(Item::order, t, number.first);
        if (size >= 14 && size <= 17)
            is(Item::imei);
        else if (size >= 3 && order_wanted && !phone_wanted)
            is(Item::order);
        else if (was_asked(Item::account, t) && !phone_wanted && size >= 3)
            is(Item::account);
        else if (size >= 7 && size <= 13)
            is(Item::phone);
        return number.last;
    }

    // Letters and digits mixed: order and repair numbers where words or a question say so.
    void code(std::uint32_t t, std::uint32_t i) {
        if (was_asked(Item::order, t) || named_before(Item::order, t, i))
            add(Item::order, t, i, i);
        else if (was_asked(Item::account, t) || named_before(Item::account, t, i))
            add(Item::account, t, i, i);
    }

    // Items without a shape of their own are given by an answer that is none of "why?", "I don't know".
    void answers() {
        const Places refusals(talk_, Role::refusal_to_give);
        constexpr std::size_t enough_digits = 3;
        for (std::size_t i = 0; i + 1 < asked_.size(); ++i) {
            const auto& block = talk_.blocks()[i + 1];
            if (asked_[i] == 0 || block.speaker != Speaker::customer || talk_.words(block.first).empty()) continue;
            const auto text = talk_.turn(block.first).text;
            if (!refusals.in_turns(block.first, block.last).empty() || text.find('?') != std::string_view::npos) continue;
            const bool digits = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }) ||
                                spoken_.in_turns(block.first, block.first).size() >= enough_digits;
            for (const auto item : {Item::location, Item::date, Item::order, Item::account})
                if ((asked_[i] & bit(item)) != 0 && (digits || item == Item::location || item == Item::date))
                    add(item, block.first, 0, 0);
        }
    }

    const Talk& talk_;
    const std::vector<Request>& requests_;
    const CustomerName& name_;
    ByItem& given_;
    const Places spoken_;
    std::vector<unsigned> asked_ = {};
};

} // namespace

void KnownItems::read(const Talk& talk) {
    for (auto& places : given_) places.clear();
    Reader(talk, requests_of(talk), customer_name(talk), given_).read();
}

const KnownItems& known_items(const Talk& talk) {
    return talk.once(+[](const Talk& of, KnownItems& known) { known.read(of); });
}

std::optional<Given> KnownItems::given_before(Item item, std::uint32_t turn, std::uint32_t word) const {
    for (const auto& given : given_[static_cast<std::size_t>(item)]) {
        if (given.on_file) return given;
        if (given.by != Speaker::customer && !given.on_record) continue;
        if (given.turn < turn || (given.turn == turn && given.first < word)) return given;
    }
    return {};
}

} // namespace motaudit
