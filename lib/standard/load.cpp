#include "standard/load.hpp"

#include "base/faults.hpp"
#include "standard/chain.hpp"
#include "standard/digest.hpp"
#include "standard/files.hpp"
#include "standard/header.hpp"
#include "standard/learn.hpp"
#include "standard/rows.hpp"
#include "standard/wordfiles.hpp"
#include "standard/wordlists.hpp"
#include "text/word_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace motaudit {
namespace {

struct Loader {
    const LexiconFiles& files;
    const Vocabulary& vocabulary;
    Faults faults = {};
    WordLists words = {};
    Digest digest = {};
    Standard standard = {};

    // `name` is the file's in the digest; words beside a site's file have a name of their own.
    void read_word_file(const std::string& name, WordFile kind, std::string_view bytes, const std::string& shown) {
        digest.add(name, bytes);
        if (kind == WordFile::names) return read_names(bytes, standard);
        if (kind == WordFile::words) {
            auto read = read_lines(bytes);
            auto& known = standard.words.list();
            known.insert(known.end(), std::make_move_iterator(read.begin()), std::make_move_iterator(read.end()));
            return;
        }
        const auto root = read_toml(bytes, shown);
        if (!root)
            faults.errors.push_back(root.error());
        else if (kind == WordFile::terms)
            read_terms(*root, shown, standard.terms.list(), faults);
        else
            read_phrase_file(*root, shown, words, faults);
    }

    // The files of one folder of words; false where there is none.
    bool read_language(const LexiconFiles& from, std::string_view folder, const std::string& name_in_digest) {
        bool found = false;
        for (const auto& name : from.list()) {
            if (!name.starts_with(folder)) continue;
            const auto digested = name_in_digest + name.substr(folder.size());
            const auto kind = kind_of_word_file(digested.substr(name_in_digest.size()));
            if (kind == WordFile::none) continue;
            found = true;
            read_word_file(digested, kind, *from.read(name), from.shown(name));
        }
        return found;
    }

    void read_all_words(const std::vector<ChainLink>& chain) {
        for (const auto& named : standard.languages) {
            const auto language = standard.words_folder.empty() ? named : named + "/" + standard.words_folder;
            bool found = read_language(files, language + "/", language + "/");
            for (const auto& link : chain) {
                const auto folder = link.folder + "/" + language;
                if (link.folder.empty() || !is_folder(folder)) continue;
                if (const auto beside = files_under(folder))
                    found = read_language(**beside, {}, "beside/" + language + "/") || found;
                else
                    faults.errors.push_back(beside.error());
            }
            if (!found) faults.errors.push_back({standard.path, 0, 0, no_words(language)});
        }
    }

    std::string no_words(const std::string& language) const {
        std::set<std::string, std::less<>> folders;
        for (const auto& name : files.list())
            if (const auto slash = name.find('/'); slash != std::string::npos && !name.starts_with("standards/"))
                folders.insert(name.substr(0, slash));
        const std::vector<std::string_view> right(folders.begin(), folders.end());
        return unknown("language", language, right) + "; there is no folder of its words";
    }

    // Talks ask for some lists, records for others: a standard needs those of the channels that it judges.
    void find_roles() {
        bool talks = false, records = false;
        for (const auto& parameter : standard.parameters)
            for (const auto channel : parameter.channels) (channel == Channel::case_ ? records : talks) = true;
        for (const auto role : vocabulary.roles) {
            standard.roles.push_back(standard.lexicon.find(role));
            if (!words.has(role) && (role.starts_with("record_") ? records : talks))
                faults.errors.push_back(
                    {standard.path, 0, 0,
                     fmt::format("no list '{}' in the words of {}", role, fmt::join(standard.languages, ", "))});
        }
    }

    void load(std::string_view name_or_path) {
        const auto chain = read_chain(name_or_path, files, faults);
        if (chain.empty()) return;
        std::vector<std::string> sections;
        std::vector<std::string> bases;
        for (const auto& link : chain) {
            digest.add(link.name, link.bytes);
            bases.push_back(standard.name);
            read_header(link.root, link.shown, bases.back(), standard, sections, faults);
            if (link.folder.empty() && link.name != "standards/" + standard.name + ".toml" && !standard.name.empty())
                faults.errors.push_back(
                    {link.shown, 0, 0, fmt::format("its name is '{}'; the file's name says otherwise", standard.name)});
        }
        read_all_words(chain);

        LexiconBuilder builder;
        Arena arena;
        hand_over(words, builder, faults);
        for (std::size_t i = 0; i < chain.size(); ++i)
            read_rows(chain[i].root, chain[i].shown, {vocabulary, words, builder, sections, arena, bases[i]}, standard.parameters,
                      faults);
        for (const auto role : vocabulary.roles)
            if (builder.has(role)) builder.ask_for(builder.id_of(role));
        if (auto lexicon = builder.build())
            standard.lexicon = std::move(*lexicon);
        else
            find_wrong_phrases(words, builder, faults);
        find_roles();
        learn_words(standard);
        // The dictionaries are compiled in: what they hold changes verdicts like any word list.
        const auto arcs = english_words().arcs();
        digest.add("dictionaries", {reinterpret_cast<const char*>(arcs.data()), arcs.size_bytes()});
        standard.digest = digest.text();
    }
};

} // namespace

Loaded load_standard(std::string_view name_or_path, const LexiconFiles& files, const Vocabulary& vocabulary) {
    Loader loader{files, vocabulary};
    loader.load(name_or_path);
    Loaded out;
    out.errors = std::move(loader.faults.errors);
    std::ranges::stable_sort(out.errors, [](const Error& a, const Error& b) {
        return std::tie(a.path, a.line, a.column) < std::tie(b.path, b.line, b.column);
    });
    out.errors.erase(std::unique(out.errors.begin(), out.errors.end()), out.errors.end());
    if (out.errors.empty()) out.standard = std::make_unique<Standard>(std::move(loader.standard));
    return out;
}

} // namespace motaudit
