#include "report/html_text.hpp"

#include "base/utf8.hpp"
#include "report/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

extern "C" {
#include <sha2.h>
}

namespace motaudit {
namespace {

std::string_view entity_of(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

bool is_inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

// Evidence may lie anywhere; a mark begins and ends between characters.
Span whole_characters(std::string_view text, Span span) {
    std::size_t begin = std::min<std::size_t>(span.begin, text.size());
    std::size_t end = std::min<std::size_t>(span.end, text.size());
    for (int i = 0; i < 3 && begin > 0 && is_inside_character(text, begin); ++i) --begin;
    for (int i = 0; i < 3 && is_inside_character(text, end); ++i) ++end;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// A mark begins or ends here.
struct Edge {
    std::uint32_t at = 0;
    bool begins = false;
    std::size_t number = 0;
};

std::vector<Edge> edges_of(std::string_view text, std::span<const MarkedSpan> marks) {
    std::vector<Edge> edges;
    for (const auto& mark : marks) {
        const auto span = whole_characters(text, mark.span);
        if (span.begin >= span.end) continue;
        edges.push_back({span.begin, true, mark.number});
        edges.push_back({span.end, false, mark.number});
    }
    std::ranges::stable_sort(edges, [](const Edge& a, const Edge& b) { return a.at != b.at ? a.at < b.at : a.begins < b.begins; });
    return edges;
}

} // namespace

void append_html(std::string_view text, std::string& out) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c >= ' ' && c < 0x7f) {
            const auto entity = entity_of(c);
            entity.empty() ? out += c : out += entity;
            ++at;
        } else if (c == '\n' || c == '\t' || (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n')) {
            if (c != '\r') out += c;
            ++at;
        } else {
            const auto point = decode(text, at);
            append_visible(point, text.substr(at, point.size), out);
            at += point.size;
        }
    }
}

void append_marked(std::string_view text, std::span<const MarkedSpan> marks, std::string_view anchor, std::string& out) {
    std::size_t at = 0, of_yes = 0, of_no = 0;
    const auto stretch = [&](std::size_t end) {
        if (end <= at) return;
        if (of_no + of_yes != 0) out += of_no != 0 ? "<mark class=\"no\">" : "<mark class=\"yes\">";
        append_html(text.substr(at, end - at), out);
        if (of_no + of_yes != 0) out += "</mark>";
        at = end;
    };
    const auto edges = edges_of(text, marks);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto& edge = edges[i];
        stretch(edge.at);
        auto& open = edge.number == 0 ? of_yes : of_no;
        edge.begins ? ++open : --open;
        const bool is_told = i > 0 && edges[i - 1].at == edge.at && !edges[i - 1].begins && edges[i - 1].number == edge.number;
        if (!edge.begins && edge.number != 0 && !is_told)
            fmt::format_to(std::back_inserter(out), "<sup><a href=\"#{}-{}\" aria-label=\"markdown {}\">{}</a></sup>", anchor,
                           edge.number, edge.number, edge.number);
    }
    stretch(text.size());
}

std::string_view cut(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    for (int i = 0; i < 3 && most > 0 && is_inside_character(text, most); ++i) --most;
    return text.substr(0, most);
}

std::string policy_hash(std::string_view text) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    SHA2_CTX context = {};
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    std::uint8_t hash[SHA256_DIGEST_LENGTH + 1] = {}; // one more byte makes whole groups of three
    SHA256Final(hash, &context);
    std::string out = "sha256-";
    for (std::size_t i = 0; i < SHA256_DIGEST_LENGTH; i += 3) {
        const std::uint32_t bits = std::uint32_t{hash[i]} << 16 | std::uint32_t{hash[i + 1]} << 8 | hash[i + 2];
        for (int shift = 18; shift >= 0; shift -= 6) out += digits[bits >> shift & 63];
    }
    out.back() = '=';
    return out;
}

} // namespace motaudit
