#pragma once

#include "model/standard.hpp"
#include "standard/image_io.hpp"
#include "text/lexicon_graph.hpp"
#include "text/tokeniser.hpp"
#include <concepts>

namespace motaudit {

template <class T, class Kind>
concept Is = std::same_as<std::remove_const_t<T>, Kind>;

// Every field of a type is named here, so that one that is added does not compile until it is; then image_version goes up.
struct ImageFields {
    static constexpr std::uint32_t image_version = 3;

    template <class T>
    static void of(auto& io, HashTable<T>& v) {
        io(v.keys_, v.values_, v.size_);
    }
    template <class T>
    static void of(auto& io, const HashTable<T>& v) {
        io(v.keys_, v.values_, v.size_);
    }
    static void of(auto& io, Is<Example> auto& v) {
        auto& [verdict, text, path, line] = v;
        io(verdict, text, path, line);
    }
    static void of(auto& io, Is<Value> auto& v) {
        auto& [given, number, text, texts, lists] = v;
        io(given, number, text, texts, lists);
    }
    // The kind of check is a row of the program's own table: see image.cpp.
    static void of(auto& io, Is<Parameter> auto& v) {
        auto& [id, section, title, clause, advice, legend, ours, channels, severity, critical, weight, by_person, check, values,
               examples, path, line] = v;
        io(id, section, title, clause, advice, legend, ours, channels, severity, critical, weight, by_person, values, examples,
           path, line);
    }
    static void of(auto& io, Is<Term> auto& v) {
        auto& [form, also, wrong, needs] = v;
        io(form, also, wrong, needs);
    }
    static void of(auto& io, Is<Standard> auto& v) {
        auto& [name, title, version, effective_from, digest, extends, path, brand, brand_aliases, pass_mark, parameters, languages,
               words_folder, lexicon, roles, terms, words, names, word_names, speller, name_list, term_index] = v;
        io(name, title, version, effective_from, digest, extends, path, brand, brand_aliases, pass_mark, parameters, languages,
           words_folder, lexicon, roles, terms, words, names, word_names, speller, name_list, term_index);
    }

    static void of(auto& io, Is<Phrase> auto& v) {
        auto& [text, note, path, line] = v;
        io(text, note, path, line);
    }
    static void of(auto& io, Is<PhraseList> auto& v) {
        auto& [name, title, phrases, unless, except, reach, across_sentences, whole_words, fields, with, needs, figures] = v;
        io(name, title, phrases, unless, except, reach, across_sentences, whole_words, fields, with, needs, figures);
    }
    // What was renumbered is over once the phrases are laid.
    static void of(auto& io, Is<CompiledPhrases> auto& v) {
        auto& [ids, words_on_edges, renumbered, accepts, edges, first_edge, start, first_words, first_any, first_slots,
               accepted_by_nothing, across] = v;
        io(ids, words_on_edges, accepts, edges, first_edge, start, first_words, first_any, first_slots, accepted_by_nothing,
           across);
    }
    static void of(auto& io, Is<WordRules> auto& v) {
        auto& [contractions, fillers] = v;
        io(contractions, fillers);
    }
    static void of(auto& io, Is<Lexicon> auto& v) {
        auto& [graph, rules, lists, in_lists, first_in_lists, words_only] = v;
        io(graph, rules, lists, in_lists, first_in_lists, words_only);
    }

    static void of(auto& io, Is<Speller> auto& v) {
        auto& [english, places, own, bytes] = v;
        io(places, own, bytes);
    }
    static void of(auto& io, Is<NameList> auto& v) {
        auto& [flags] = v;
        io(flags);
    }
    static void of(auto& io, Is<TermIndex::Form> auto& v) {
        auto& [text, right, contexts, wrong, next] = v;
        io(text, right, contexts, wrong, next);
    }
    static void of(auto& io, Is<TermIndex> auto& v) {
        auto& [forms, by_beginning, twos, fours] = v;
        io(forms, by_beginning, twos, fours);
    }
};

} // namespace motaudit
