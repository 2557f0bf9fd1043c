#include "intake/people.hpp"

#include "intake/ascii.hpp"
#include <algorithm>

namespace motaudit {
namespace {

using namespace ascii;

// Is the label the person of that name, or their first name?
bool is_named(std::string_view label, std::string_view name) {
    return !name.empty() && (same(label, name) || same(label, name.substr(0, name.find(' '))));
}

// Labels that diarisation gives are no names.
std::string_view name_of_label(std::string_view label) {
    return is_voice_number(label) || label.size() < 2 ? std::string_view{} : label;
}

} // namespace

void People::see(const Line& line) {
    if (line.label.empty()) return;
    const auto [at, is_new] = index_.try_emplace(line.label, people_.size());
    if (is_new) people_.push_back({.label = line.label, .first_line = line.number});
    Person& person = people_[at->second];
    ++person.times;
    if (line.strong()) ++person.strong;
    if (line.alone) ++person.alone;
}

void People::settle(const ReadOptions& options, std::string_view agent, std::string_view customer) {
    std::size_t strong = 0, plain = 0, alone = 0;
    bool has_agent = false, has_customer = false;
    for (const auto& person : people_) {
        const auto role = role_of(person.label);
        strong += person.strong;
        alone += person.alone;
        if (!role || !role->plain) continue;
        plain += person.times - person.strong - person.alone;
        has_agent = has_agent || role->speaker == Speaker::agent;
        has_customer = has_customer || role->speaker == Speaker::customer;
    }
    timed_ = strong != 0 && strong >= plain;
    alone_ = alone >= 2;

    bool agent_is_named = false;
    for (auto& person : people_) {
        const auto role = role_of(person.label);
        const auto user = mapped(person.label, options);
        const std::size_t uses = alone_ ? person.times : person.times - person.alone;
        person.sure = true;
        if (user) {
            person.speaker = *user;
            person.name = role ? role->name : name_of_label(person.label);
            agent_is_named = agent_is_named || (*user == Speaker::agent && !options.agent_names.empty());
        } else if (role) {
            person.speaker = role->speaker;
            person.name = role->name;
        } else if (is_named(person.label, agent)) {
            person.speaker = Speaker::agent;
            person.name = person.label;
            agent_is_named = true;
        } else if (is_named(person.label, customer)) {
            person.speaker = Speaker::customer;
            person.name = person.label;
        } else {
            person.sure = false;
            person.name = name_of_label(person.label);
        }
        // A word before a colon is a speaker by its own meaning; beside a time; or seen twice, where no roles are written
        // that would make it an entry of somebody's list.
        const bool certain = user || (role && role->plain) || (person.sure && !role) || is_voice_number(person.label);
        if (certain)
            person.speaks = uses > 0;
        else if (is_field_word(person.label))
            person.speaks = false;
        else if (timed_)
            person.speaks = person.strong > 0;
        else
            person.speaks = uses >= 2 && (role || !has_agent || !has_customer);
    }
    if (!agent_is_named) return;
    // The agent is known by name: whoever else is a person is the customer.
    for (auto& person : people_) {
        if (!person.sure) person.speaker = Speaker::customer;
    }
}

const Person* People::who(const Line& line) const {
    if (line.label.empty() || (line.alone && !alone_)) return nullptr;
    const auto at = index_.find(line.label);
    if (at == index_.end() || !people_[at->second].speaks) return nullptr;
    const Person& person = people_[at->second];
    // Where turns begin with a time, a name without one is part of what is said.
    return timed_ && !person.sure && !line.strong() && !line.alone ? nullptr : &person;
}

bool People::empty() const { return std::ranges::none_of(people_, &Person::speaks); }

} // namespace motaudit
