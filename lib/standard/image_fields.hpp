#pragma once

#include "model/standard.hpp"
#include "standard/image_io.hpp"
#include "text/lexicon_graph.hpp"
#include "text/tokeniser.hpp"
#include <concepts>

namespace motaudit {

template <class T, class Kind>
concept Is = std::same_as<std::remove_const_t<T>, Kind>;

// A new field of one of these goes into its row here, and image_version up.
struct ImageFields {
    static constexpr std::uint32_t image_version = 2;

    template <class T>
    static void of(auto& io, HashTable<T>& v) {
        io(v.keys_, v.values_, v.size_);
    }
    template <class T>
    static void of(auto& io, const HashTable<T>& v) {
        io(v.keys_, v.values_, v.size_);
    }
    static void of(auto& io, Is<Example> auto& v) { io(v.verdict, v.text, v.path, v.line); }
    static void of(auto& io, Is<Value> auto& v) { io(v.given, v.number, v.text, v.texts, v.lists); }
    // The kind of check is a row of the program's own table: see image.cpp.
    static void of(auto& io, Is<Parameter> auto& v) {
        io(v.id, v.section, v.title, v.clause, v.advice, v.legend, v.ours, v.channels, v.severity, v.critical, v.weight,
           v.by_person, v.values, v.examples, v.path, v.line);
    }
    static void of(auto& io, Is<Term> auto& v) { io(v.form, v.also, v.wrong, v.needs); }
    static void of(auto& io, Is<Standard> auto& v) {
        io(v.name, v.title, v.version, v.effective_from, v.digest, v.extends, v.path, v.brand, v.brand_aliases, v.pass_mark,
           v.parameters, v.languages, v.words_folder, v.lexicon, v.roles, v.terms, v.words, v.names, v.word_names, v.speller,
           v.name_list, v.term_index);
    }

    static void of(auto& io, Is<Phrase> auto& v) { io(v.text, v.note, v.path, v.line); }
    static void of(auto& io, Is<PhraseList> auto& v) {
        io(v.name, v.title, v.phrases, v.unless, v.except, v.reach, v.across_sentences, v.whole_words, v.fields, v.with, v.needs,
           v.figures);
    }
    static void of(auto& io, Is<Accept> auto& v) { io(v.list, v.phrase); }
    static void of(auto& io, Is<PhraseGraph::Edge> auto& v) { io(v.from, v.to, v.over, v.what); }
    static void of(auto& io, Is<CompiledPhrases> auto& v) {
        io(v.ids, v.words_on_edges, v.accepts, v.edges, v.first_edge, v.start, v.first_words, v.first_any, v.first_slots,
           v.accepted_by_nothing, v.across);
    }
    static void of(auto& io, Is<WordRules> auto& v) { io(v.contractions, v.fillers); }
    static void of(auto& io, Is<Lexicon> auto& v) {
        io(v.graph_, v.rules_, v.lists_, v.lists_of_words_, v.first_list_of_, v.words_only_);
    }

    static void of(auto& io, Is<Speller> auto& v) { io(v.places_, v.own_, v.bytes_); }
    static void of(auto& io, Is<NameList> auto& v) { io(v.flags_); }
    static void of(auto& io, Is<TermIndex::Form> auto& v) { io(v.text, v.right, v.contexts, v.wrong, v.next); }
    static void of(auto& io, Is<TermIndex> auto& v) { io(v.forms_, v.beginnings_, v.by_beginning_); }
};

} // namespace motaudit
