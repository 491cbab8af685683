# foidata: `make demo` shows it, `make test` proves it; each sets up what it needs in .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: all demo test lint types contract schema schema-check unit docs bench clean

all: test docs

demo: .venv/ready ## read the two seed letters, write the dataset twice, check both
	@rm -rf out/demo && mkdir -p out/demo
	$(BIN)/foidata convert seeds/*.txt -o out/demo/seeds.json --title "The two seed letters"
	$(BIN)/foidata package out/demo/seeds.json -o out/demo/package/
	$(BIN)/foidata validate out/demo/seeds.json --second-opinion
	$(BIN)/foidata validate out/demo/package/ --second-opinion --format concise

test: lint types contract schema-check unit

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

contract: .venv/dev
	$(BIN)/lint-imports

schema-check: .venv/dev
	$(BIN)/python scripts/build_reference.py --check
	$(BIN)/python -m foidata.publish --check

schema: .venv/dev ## write schema/ and the reference lists again from the code and sources/
	$(BIN)/python scripts/build_reference.py
	$(BIN)/python -m foidata.publish

unit: .venv/dev
	$(BIN)/pytest -n auto

docs: .venv/dev
	$(BIN)/mkdocs build --strict

bench: .venv/dev
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/reports.py

clean:
	rm -rf .venv out site dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "foidata needs Python 3.11 or later; call make PYTHON=/path/to/it"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip --constraint constraints.txt
	@touch $@

.venv/ready: .venv/pip pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --editable . --constraint constraints.txt
	@touch $@

.venv/dev: .venv/ready
	$(BIN)/python -m pip install --quiet --group dev --constraint constraints.txt
	@touch $@
