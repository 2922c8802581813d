#!/usr/bin/python3
"""formats.py FOLDER SARIF-SCHEMA GITLAB-SCHEMA - judges plans.sarif, plans.gitlab and plans.csv in the folder, and that all name the
same findings.
"""
import csv
import json
import sys

import jsonschema


def faults_of(name, document, schema_path):
    with open(schema_path, encoding="utf-8") as f:
        schema = json.load(f)
    validator = jsonschema.validators.validator_for(schema, default=jsonschema.Draft7Validator)(schema)
    return [f"{name}: {list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(document)][:5]


def main():
    folder, sarif_schema, gitlab_schema = sys.argv[1:]
    with open(f"{folder}/plans.sarif", encoding="utf-8") as f:
        sarif = json.load(f)
    with open(f"{folder}/plans.gitlab", encoding="utf-8") as f:
        gitlab = json.load(f)
    with open(f"{folder}/plans.csv", encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, strict=True))
    faults = faults_of("sarif", sarif, sarif_schema) + faults_of("gitlab", gitlab, gitlab_schema)
    faults += [f"csv: cell {cell!r} could run" for row in rows for cell in row.values() if cell is None or cell[:1] in tuple("=+-@\t\r") and cell]
    if len({issue["fingerprint"] for issue in gitlab}) != len(gitlab):
        faults.append("gitlab: two issues have one fingerprint")
    results = sarif["runs"][0]["results"]
    rules = sarif["runs"][0]["tool"]["driver"]["rules"]
    faults += [f"sarif: {r['ruleId']} is not rule {r['ruleIndex']}" for r in results if rules[r["ruleIndex"]]["id"] != r["ruleId"]]
    prints = [sorted(r["partialFingerprints"]["ehc/v1"] for r in results), sorted(i["ehc"]["fingerprint"] for i in gitlab),
              sorted(r["fingerprint"] for r in rows)]
    if not prints[0] or prints[0] != prints[1] or prints[0] != prints[2]:
        faults.append("the formats name different findings")
    for fault in faults:
        print(fault)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
