/*
 * heads.h - a few words by their first three bytes: small tables that tell of most words of a text that they are none of the few,
 * without looking them up. grammar/lexicon/mklexicon.c makes them; who makes them and who asks them must agree, so this stands here once.
 */
#ifndef EHC_HEADS_H
#define EHC_HEADS_H

/* What a byte is: part of no word, or a letter from 1 to 26 in either case, or else a digit or a byte beyond ASCII. */
#define EHC_HEAD_END 0
#define EHC_HEAD_OTHER 27
#define EHC_HEAD_KINDS 28

/* Each slot of a table stands for two kinds of byte, its bits for the third. */
#define EHC_HEADS (EHC_HEAD_KINDS * EHC_HEAD_KINDS)
#define EHC_HEAD_SLOT(first, second) ((first) * EHC_HEAD_KINDS + (second))

#endif
