#include "text/word_memo.hpp"

#include "text/byte_class.hpp"
#include "text/characters.hpp"
#include "text/disguised.hpp"
#include "text/fold.hpp"
#include "text/lexicon.hpp"
#include <algorithm>
#include <unicode/uchar.h>

namespace motaudit {
namespace {

constexpr std::size_t first_slots = std::size_t{1} << 10, most_slots = std::size_t{1} << 15; // at most half of them in use
constexpr std::size_t told_by_key = 16;                                                      // bytes

std::uint64_t eight_bytes(const char* at, std::size_t size) {
    std::uint64_t bytes = 0;
    __builtin_memcpy(&bytes, at, size);
    return bytes;
}

bool begins_with_capital(std::string_view bytes) {
    if (class_of(bytes[0]) & byte_class::letter) return bytes[0] <= 'Z';
    if (!(class_of(bytes[0]) & byte_class::high)) return false;
    return u_isupper(character_at(bytes, 0).point);
}

} // namespace

WordMemo::WordMemo(const WordRules& rules, const Lexicon* lexicon, FlagsOf flags_of)
    : rules_(rules), lexicon_(lexicon), flags_of_(std::move(flags_of)) {}

// Reading eight bytes and dropping what is too many is quicker than reading fewer.
WordMemo::Key WordMemo::key_of(std::string_view bytes, const char* text_end) {
    const char* const at = bytes.data();
    const auto size = bytes.size();
    if (size > told_by_key) return {hash_of(bytes), eight_bytes(at, 8)};
    if (size > 8) return {eight_bytes(at, 8), eight_bytes(at + size - 8, 8)};
    if (text_end - at < 8) return {eight_bytes(at, size), 0};
    return {eight_bytes(at, 8) & ~std::uint64_t{0} >> (64 - 8 * size), 0};
}

std::span<const WordMemo::Known> WordMemo::look_up(std::string_view bytes, const char* text_end, bool in_latin_text) {
    if (slots_.empty()) slots_.resize(first_slots);
    // The same bytes may mean another word in a text of another script: the memo's state never shows in a verdict.
    const auto written = static_cast<std::uint8_t>(std::min<std::size_t>(bytes.size(), 0x7f) | (in_latin_text ? 0x80 : 0));
    const auto key = key_of(bytes, text_end);
    for (auto at = place_of(key, written);; at = (at + 1) & (slots_.size() - 1)) {
        auto& slot = slots_[at];
        if (slot.known.count == 0) {
            if (count_ * 2 < slots_.size()) return note(slot, key, bytes, written, in_latin_text);
            break;
        }
        if (slot.key == key && slot.known.written == written && (bytes.size() <= told_by_key || bytes_of_[slot.known.id] == bytes))
            return found(slot);
    }
    make_room();
    return look_up(bytes, text_end, in_latin_text);
}

std::size_t WordMemo::place_of(const Key& key, std::uint8_t written) const {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    return ((key.first ^ key.last * factor ^ written) * factor >> 32) & (slots_.size() - 1);
}

std::span<const WordMemo::Known> WordMemo::found(const Slot& slot) const {
    if (slot.known.count == 1) return {&slot.known, 1};
    return std::span(parts_).subspan(slot.known.id, parts_[slot.known.id].count);
}

std::span<const WordMemo::Known> WordMemo::note(Slot& slot, const Key& key, std::string_view bytes, std::uint8_t written,
                                                bool in_latin_text) {
    work_out(bytes, in_latin_text);
    ++count_;
    slot.key = key;
    slot.known = worked_out_[0];
    if (worked_out_.size() > 1 || bytes.size() > told_by_key) {
        slot.known = {.id = static_cast<WordId>(parts_.size()), .count = 2};
        parts_.insert(parts_.end(), worked_out_.begin(), worked_out_.end());
        bytes_of_.resize(parts_.size());
        bytes_of_[slot.known.id] = bytes_.keep(bytes);
    }
    slot.known.written = written;
    return found(slot);
}

// Full of words seen once, it begins anew.
void WordMemo::make_room() {
    if (slots_.size() == most_slots) {
        std::ranges::fill(slots_, Slot{});
        count_ = 0;
        parts_.clear();
        bytes_of_.clear();
        bytes_.clear();
        return;
    }
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const auto& slot : old) {
        if (slot.known.count == 0) continue;
        auto at = place_of(slot.key, slot.known.written);
        while (slots_[at].known.count != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }
}

void WordMemo::work_out(std::string_view bytes, bool in_latin_text) {
    fold_into(bytes, folded_);
    if (folded_.size() > 2 && folded_[1] == '-') folded_.erase(1, 1); // e-mail
    std::uint16_t flags = 0;
    if (begins_with_capital(bytes)) flags |= Word::capital;
    if (bytes.size() > 1 && std::ranges::all_of(bytes, [](char c) { return c >= 'A' && c <= 'Z'; })) flags |= Word::all_caps;
    if (rules_.fillers.contains(folded_)) flags |= Word::filler;
    if (flags_of_) flags |= flags_of_(bytes);

    worked_out_.clear();
    const auto add = [&](std::string_view word) {
        const auto hash = hash_of(word);
        worked_out_.push_back({.hash = hash, .id = lexicon_ != nullptr ? lexicon_->id_of(hash) : 0, .flags = flags});
        flags = static_cast<std::uint16_t>((flags & ~(Word::capital | Word::filler)) | Word::second_half);
    };
    if (const auto contraction = rules_.contractions.find(folded_);
        contraction != rules_.contractions.end() && !contraction->second.empty()) {
        for (std::size_t i = 0; i < std::min<std::size_t>(contraction->second.size(), 3); ++i) add(contraction->second[i]);
    } else if (folded_.size() > 2 && folded_.ends_with("'s")) { // "Maria's": the name, and what belongs to it
        add(std::string_view(folded_).substr(0, folded_.size() - 2));
        add("'s");
    } else
        add(folded_);
    auto& first = worked_out_.front();
    first.count = static_cast<std::uint8_t>(worked_out_.size());
    if (lexicon_ == nullptr || first.count != 1 || first.id != 0) return;
    if (const auto undisguised = find_disguised(folded_, *lexicon_, (flags & Word::spelled) != 0, in_latin_text)) {
        first.hash = undisguised->hash;
        first.id = undisguised->id;
        if (undisguised->marked) first.flags |= Word::disguised;
    }
}

} // namespace motaudit
