#!/bin/sh
# Writes bad.ehc and good.ehc into the folder $1: the first holds one item more than is read.
set -eu

plan() {
	echo "health care plan: LARGE-002"
	echo "  status: draft"
	echo
	echo "child: Robin Example"
	echo
	seq 1 "$1" | sed 's/.*/contact P&: Aunt, 07700 900143/'
}

plan 250001 >"$1/bad.ehc"
plan 250000 >"$1/good.ehc"
