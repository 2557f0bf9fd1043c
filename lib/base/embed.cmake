# Compiles every file under a folder into a target, as motaudit::FUNCTION() that a header declares: the bytes by .incbin, a table
# sorted by path.
function(embed_files target folder function header)
    file(GLOB_RECURSE files RELATIVE ${folder} CONFIGURE_DEPENDS ${folder}/*)
    list(FILTER files EXCLUDE REGEX "(^|/)\\.|~$")
    list(SORT files COMPARE STRING)
    set(bytes "    .section .note.GNU-stack,\"\",%progbits\n    .section .rodata\n")
    set(declarations "")
    set(rows "")
    set(paths "")
    set(number 0)
    foreach(file IN LISTS files)
        set(symbol motaudit_${function}_${number})
        foreach(name ${symbol} ${symbol}_end)
            string(APPEND bytes "    .global ${name}\n    .hidden ${name}\n")
        endforeach()
        string(APPEND bytes "${symbol}:\n    .incbin \"${folder}/${file}\"\n${symbol}_end:\n    .byte 0\n")
        string(APPEND declarations "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
        string(APPEND rows "    {\"${file}\", ${symbol}, ${symbol}_end},\n")
        list(APPEND paths ${folder}/${file})
        math(EXPR number "${number} + 1")
    endforeach()
    set(made ${CMAKE_CURRENT_BINARY_DIR}/embedded/${function})
    file(CONFIGURE OUTPUT ${made}/bytes.S CONTENT "${bytes}" @ONLY)
    file(CONFIGURE OUTPUT ${made}/table.cpp @ONLY CONTENT "#include \"${header}\"\n
${declarations}
namespace motaudit {
namespace {
const EmbeddedFile table[] = {
${rows}    {}, // a table is never empty
};
}
std::span<const EmbeddedFile> ${function}() { return {table, ${number}}; }
}
")
    set_source_files_properties(${made}/bytes.S PROPERTIES OBJECT_DEPENDS "${paths}")
    target_sources(${target} PRIVATE ${made}/bytes.S ${made}/table.cpp)
endfunction()
