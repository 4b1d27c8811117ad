/* The tables as they stand, within the library: no file has to be found when it runs. */
    .section .rodata
    .macro table name, file
    .global resograph_\name\()_begin
    .global resograph_\name\()_end
resograph_\name\()_begin:
    .incbin "\file"
resograph_\name\()_end:
    .endm

    table instruments, "instruments.tsv"
    table ilo, "ilo.tsv"
    table groups, "groups.tsv"
    table ambiguous_aliases, "ambiguous_aliases.tsv"
    table sales_numbers, "sales_numbers.tsv"
    table documents, "documents.tsv"
    table resolution_titles, "resolution_titles.tsv"

    .section .note.GNU-stack, "", @progbits
