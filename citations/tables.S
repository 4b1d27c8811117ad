/* The language tables, within the library. */
    .section .rodata
    .macro table name
    .global resograph_\name\()_begin
    .global resograph_\name\()_end
resograph_\name\()_begin:
    .incbin "\name\().tsv"
resograph_\name\()_end:
    .endm

    table en
    table bodies
    table relations
    table limits

    .section .note.GNU-stack, "", @progbits
