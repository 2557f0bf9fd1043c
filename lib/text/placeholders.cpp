#include "text/placeholders.hpp"

namespace motaudit {
namespace {

constexpr std::size_t longest = 300;

std::string_view inside(std::string_view token, std::size_t front, std::size_t back) {
    token = token.size() < front + back ? std::string_view() : token.substr(front, token.size() - front - back);
    const auto begin = token.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return token.substr(begin, token.find_last_not_of(' ') + 1 - begin);
}

// Is what is opened by two characters here closed before another opens and before the line ends?
bool closes(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at + 2, longest);
    const auto end = rest.find_first_of("{}\n");
    return end != std::string_view::npos && rest[end] == '}';
}

} // namespace

Placeholder placeholder_of(std::string_view token) {
    using enum PlaceholderSyntax;
    if (token.starts_with("{{{")) return {braces, inside(token, 3, 3)};
    if (token.starts_with("{{") || token.starts_with("{%")) return {braces, inside(token, 2, 2)};
    if (token.starts_with("{!")) return {salesforce, inside(token, 2, 1)};
    if (token.starts_with("${")) return {dollar, inside(token, 2, 1)};
    if (token.starts_with("__")) return {underscores, inside(token, 2, 2)};
    if (token.starts_with("%")) return {percent, inside(token, 1, 1)};
    if (token.starts_with("[")) return {square, inside(token, 1, 1)};
    if (token.starts_with("<")) return {angle, inside(token, 1, 1)};
    return {single_brace, inside(token, 1, 1)};
}

std::vector<Span> unbalanced(std::string_view text) {
    std::vector<Span> out;
    if (text.find('{') == std::string_view::npos && text.find('}') == std::string_view::npos) return out; // nearly every text
    const auto mark = [&](std::size_t at) { out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 2)}); };
    auto open = std::string_view::npos;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto two = text.substr(at, 2);
        if (open != std::string_view::npos && at - open > longest) {
            mark(open);
            open = std::string_view::npos;
        }
        if (two == "{{") {
            if (open != std::string_view::npos) mark(open);
            open = at;
            at += text.substr(at, 3) == "{{{" ? 2 : 1;
        } else if (two == "}}") {
            if (open == std::string_view::npos) mark(at);
            open = std::string_view::npos;
            at += text.substr(at, 3) == "}}}" ? 2 : 1;
        } else if (two == "${" || two == "{%" || two == "{!") {
            if (!closes(text, at)) mark(at);
            ++at;
        }
    }
    if (open != std::string_view::npos) mark(open);
    return out;
}

} // namespace motaudit
