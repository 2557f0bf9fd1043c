#include "text/slips.hpp"

#include <algorithm>
#include <array>

// One row of the table of edit costs for each letter on the way down the automaton; a branch whose row has no cost within the limit
// is left. What a slip costs was fitted to one half of a list of misspellings and proved on the other: letters are left out more
// often than added, and added more often than exchanged; a doubled letter, a vowel and neighbours swapped go wrong easily, the
// first and the last letter seldom. Of equals the commoner and better known word wins.

namespace motaudit {

namespace {

constexpr std::size_t longest_typed = 48;
constexpr int replaced_letter = 34, vowel_for_vowel = 20, alike = 28, swap = 10;
constexpr int missing_letter = 15, missing_vowel = 7, missing_double = 8, extra_letter = 24, extra_vowel = 20, extra_double = 15;
constexpr int apostrophe = 6, first_letter = 18, last_replaced = 7, last_extra = 8;
constexpr int commonness_bonus = 2, knownness_bonus = 2; // for each step of WordSet's eight
constexpr unsigned most_known = 7;
constexpr int joined_words = 21, name_for_word = 3, possessive = 17;

constexpr std::string_view vowels = "aeiouy";

using Row = std::array<int, longest_typed + 1>;

unsigned char folded(unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c | 0x20) : c; }

// What it costs that one letter stands for another; rows and columns are the letters of ASCII from 'a'.
using Costs = std::array<std::array<std::uint8_t, 26>, 26>;
constexpr Costs replacements = [] {
    // Neighbours on the keyboard, and letters that sound alike.
    constexpr std::string_view pairs = "qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm "
                                       "cs ck sz fv td pb gj kq";
    Costs costs = {};
    for (auto& row : costs) row.fill(replaced_letter);
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 3) {
        const auto a = static_cast<std::size_t>(pairs[i] - 'a'), b = static_cast<std::size_t>(pairs[i + 1] - 'a');
        costs[a][b] = costs[b][a] = alike;
    }
    for (const char a : vowels)
        for (const char b : vowels) costs[static_cast<std::size_t>(a - 'a')][static_cast<std::size_t>(b - 'a')] = vowel_for_vowel;
    return costs;
}();

int replaced(unsigned char typed, unsigned char meant) {
    if (typed == meant) return 0;
    const unsigned a = typed - 'a', b = meant - 'a';
    return a < 26 && b < 26 ? replacements[a][b] : replaced_letter;
}

// The rows for a typed word, down to the letter that was taken last.
class Table {
public:
    Table(std::string_view typed, int limit) : typed_(typed), limit_(limit) {
        rows_.reserve(longest_typed + 10);
        rows_.emplace_back();
        for (std::size_t j = 1; j <= typed_.size(); ++j) {
            extra_[j] = extra(j) + (j == 1 ? first_letter : 0);
            rows_[0][j] = rows_[0][j - 1] + extra_[j];
        }
    }

    // Takes one more letter of the word meant; false where nothing within the limit can follow.
    bool push(unsigned char letter) {
        letter = folded(letter);
        const std::size_t depth = rows_.size();
        if (depth > longest_typed + 8) return false;
        rows_.emplace_back();
        Row& row = rows_[depth];
        const Row& above = rows_[depth - 1];
        row[0] = above[0] + missing(letter, 0) + (depth == 1 ? first_letter : 0);
        int least = row[0];
        int least_above = above[0];
        for (std::size_t j = 1; j <= typed_.size(); ++j) {
            const auto here = static_cast<unsigned char>(typed_[j - 1]);
            int cost = above[j - 1] + replaced(here, letter);
            if (here != letter) cost += (j == 1 && depth == 1 ? first_letter : 0) + (j == typed_.size() ? last_replaced : 0);
            cost = std::min(cost, above[j] + missing(letter, j));
            cost = std::min(cost, row[j - 1] + extra_[j]);
            if (j > 1 && depth > 1 && letter == static_cast<unsigned char>(typed_[j - 2]) && path_.back() == here)
                cost = std::min(cost, rows_[depth - 2][j - 2] + swap);
            row[j] = cost;
            least = std::min(least, cost);
            least_above = std::min(least_above, above[j]);
        }
        // A swap still to come reaches from the row above.
        if (least > limit_ && least_above + swap > limit_) {
            rows_.pop_back();
            return false;
        }
        path_.push_back(letter);
        return true;
    }

    void pop() {
        rows_.pop_back();
        path_.pop_back();
    }

    int cost() const { return rows_.back()[typed_.size()]; }
    int limit() const { return limit_; }

private:
    // The typed letter before column j is one too many.
    int extra(std::size_t j) const {
        const char c = typed_[j - 1];
        if (c == '\'') return apostrophe;
        if ((j > 1 && typed_[j - 2] == c) || (j < typed_.size() && typed_[j] == c)) return extra_double;
        return (vowels.find(c) != vowels.npos ? extra_vowel : extra_letter) + (j == typed_.size() ? last_extra : 0);
    }

    // The letter meant was left out after j typed ones.
    int missing(unsigned char letter, std::size_t j) const {
        if (letter == '\'' || letter == '-') return apostrophe;
        const bool doubled =
            (!path_.empty() && path_.back() == letter) || (j < typed_.size() && static_cast<unsigned char>(typed_[j]) == letter);
        if (doubled) return missing_double;
        return vowels.find(static_cast<char>(letter)) != vowels.npos ? missing_vowel : missing_letter;
    }

    std::string_view typed_;
    int limit_;
    Row extra_ = {};
    std::vector<Row> rows_ = {};
    std::basic_string<unsigned char> path_ = {};
};

// Short words have too many neighbours to look far.
int limit_for(std::string_view typed) { return typed.size() <= 3 ? 30 : typed.size() <= 6 ? 44 : 52; }

int rated(int cost, unsigned commonness, unsigned knownness) {
    return cost - commonness_bonus * static_cast<int>(commonness) - knownness_bonus * static_cast<int>(knownness);
}

void walk(const WordSet& set, WordSet::State state, Table& table, std::string& word, std::vector<Slip>& slips) {
    set.each(
        state,
        [&](unsigned char label, WordSet::State next) {
            if (!table.push(label)) return;
            word.push_back(static_cast<char>(label));
            walk(set, next, table, word, slips);
            word.pop_back();
            table.pop();
        },
        [&](WordSet::Value value) {
            if (table.cost() > table.limit() || (value & WordSet::never_suggested)) return;
            const int cost = table.cost() + (value & WordSet::lower ? 0 : name_for_word) + (word.ends_with("'s") ? possessive : 0);
            slips.push_back(
                {word, rated(cost, WordSet::commonness(value), WordSet::knownness(value)), value & WordSet::any_casing, false});
        });
}

// "alot", "thankyou": two words that are common enough to be run together.
void part(std::string_view typed, const WordSet& set, std::vector<Slip>& slips) {
    constexpr unsigned common_enough = 5;
    for (std::size_t i = 1; i < typed.size(); ++i) {
        const WordSet::Value first = set.find(typed.substr(0, i)), second = set.find(typed.substr(i));
        if (!(first & second & WordSet::lower)) continue;
        const unsigned rarer = std::min(WordSet::commonness(first), WordSet::commonness(second));
        if (rarer < common_enough) continue;
        slips.push_back({std::string(typed.substr(0, i)) + ' ' + std::string(typed.substr(i)),
                         rated(joined_words, rarer, most_known), WordSet::lower, false});
    }
}

} // namespace

std::vector<Slip> slips_of(std::string_view typed, const WordSet& set) {
    std::vector<Slip> slips;
    if (typed.empty() || typed.size() > longest_typed) return slips;
    Table table(typed, limit_for(typed));
    std::string word;
    walk(set, set.root(), table, word, slips);
    part(typed, set, slips);
    return slips;
}

int slip_cost(std::string_view typed, std::string_view word) {
    if (typed.empty() || typed.size() > longest_typed) return -1;
    Table table(typed, limit_for(typed));
    for (const char c : word)
        if (!table.push(static_cast<unsigned char>(c))) return -1;
    constexpr unsigned usual = 3; // as common as a word of the middle of the list
    return table.cost() <= table.limit() ? std::max(0, rated(table.cost(), usual, most_known)) : -1;
}

} // namespace motaudit
