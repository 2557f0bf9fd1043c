#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <zlib.h>
#include <zstd.h>

// Small archives, made byte by byte.

namespace motaudit::test {

using Members = std::vector<std::pair<std::string, std::string>>;

// One tar header with its content, filled up to blocks. Type '0' = a file, '2' = a link, '5' = a folder, '6' = a pipe.
inline std::string tar_member(const std::string& name, std::string_view content, char type = '0') {
    std::string block(512, '\0');
    block.replace(0, name.size(), name);
    block.replace(100, 7, "0000644");
    char size[13];
    std::snprintf(size, sizeof size, "%011zo", content.size());
    block.replace(124, 11, size);
    block.replace(136, 11, "00000000000");
    block[156] = type;
    if (type == '2') block.replace(157, 5, "other");
    block.replace(257, 8, std::string_view("ustar\00000", 8));
    block.replace(148, 8, "        ");
    unsigned sum = 0;
    for (const char c : block) sum += static_cast<unsigned char>(c);
    char text[8];
    std::snprintf(text, sizeof text, "%06o", sum);
    block.replace(148, 7, std::string_view(text, 7));
    block += content;
    block.resize((block.size() + 511) / 512 * 512, '\0');
    return block;
}

inline std::string tar_of(const Members& members) {
    std::string all;
    for (const auto& [name, content] : members) all += tar_member(name, content);
    return all + std::string(1024, '\0');
}

inline std::string number_bytes(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += i < 8 ? static_cast<char>(value >> (8 * i) & 0xFF) : '\0';
    return text;
}

// Raw deflate, or gzip, of any size.
inline std::string deflated(std::string_view text, bool as_gzip) {
    z_stream stream = {};
    deflateInit2(&stream, 9, Z_DEFLATED, as_gzip ? MAX_WBITS + 16 : -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

inline std::string gzip_of(std::string_view text) { return deflated(text, true); }

inline std::string zstd_of(std::string_view text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
    return out;
}

// `flags`: 1 = encrypted, 0x800 = names are UTF-8.
inline std::string zip_of(const Members& members, unsigned flags = 0x800) {
    std::string all, list;
    for (const auto& [name, content] : members) {
        const auto packed = deflated(content, false);
        const auto crc = crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
        const auto common = number_bytes(20, 2) + number_bytes(flags, 2) + number_bytes(8, 2) + number_bytes(0, 4) +
                            number_bytes(crc, 4) + number_bytes(packed.size(), 4) + number_bytes(content.size(), 4) +
                            number_bytes(name.size(), 2) + number_bytes(0, 2);
        list += "PK\1\2" + number_bytes(20, 2) + common + number_bytes(0, 10) + number_bytes(all.size(), 4) + name;
        all += "PK\3\4" + common + name + packed;
    }
    const auto place = all.size();
    return all + list + "PK\5\6" + number_bytes(0, 4) + number_bytes(members.size(), 2) + number_bytes(members.size(), 2) +
           number_bytes(list.size(), 4) + number_bytes(place, 4) + number_bytes(0, 2);
}

} // namespace motaudit::test
