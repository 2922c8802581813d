#!/bin/sh
# Writes bad.ehc and good.ehc into the folder $1: a row of 450 needs and 450 provisions would make more ties than a plan may
# have; in one of 200 and 200 each is made.
set -eu

plan() {
	echo "EHC plan: LARGE-001"
	echo "  status: draft"
	echo
	echo "child: Robin Example"
	echo
	echo "row: communication and interaction"
	seq 1 "$1" | sed 's/.*/need B&: Robin cannot answer question & of the reading test./'
	seq 1 "$1" | sed 's/.*/provision F&: The class teacher reads question & aloud to Robin before each lesson./'
}

plan 450 >"$1/bad.ehc"
plan 200 >"$1/good.ehc"
