#!/usr/bin/env python3
"""Fits the weights with which items are recorded without a person (src/JcaCop.Reading/Lexicons/acceptance.json).

usage: fit.py signs JCACOP.dll MAILS_DIR SET      signs of every item read from the mails, and whether it was right, as JSON Lines
       fit.py read READINGS.jsonl SETS_DIR         the same of readings that the training program printed with --signs (cross), sets and mails by their names
       fit.py join OTHERS.json TAGGED.json FILE [TYPE...]
                                                   weights of the second for these types (all that the tagger has its word on), of the first for all else
       fit.py thin LEXICONS_DIR SHARE SEED         takes a share of all phrases out of word lists (in place: give it a copy)
       fit.py thinned MAILS_DIR... SHARE SEEDS     builds the reader with thinned word lists for each seed and prints its signs
       fit.py move ACCEPTANCE.json SIGNS.jsonl... [--write]
                                                   moves the weights that are there as far as these readings ask, each set judged by a move without it
       fit.py judge ACCEPTANCE.json SIGNS.jsonl...  what these weights record of each set, and what each sign alone holds: right and wrong items that would pass without it
       fit.py fit SIGNS.jsonl... [--write FILE]    fits, shows each first-sight set as predicted without it, writes the weights

Readings of mails on which the readers were tuned are all but free of mistakes, so nothing can be learned from them. Two sorts of readings have the
mistakes of mails never seen: those of a set at first sight, kept in *.jsonl beside this file, and those of a reader that lacks a part of its words.
"""
import importlib.util, json, math, os, random, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
spec = importlib.util.spec_from_file_location("score", os.path.join(ROOT, "tests/corpus/score.py"))
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)

FULL = ("countries", "romanized", "dates", "mail", "Sorting")  # lists that nobody would find incomplete, and those that readers of items do not ask
RIDGE = 2.0        # strength of the pull of all weights towards 0
OWN_RIDGE = 8.0    # … of what a sign weighs otherwise in one type
THINNED = 0.2     # an item of a thinned reading counts so much of one at first sight
# What a sign may say follows from what it is, not from the few mails at hand: only these speak for an item, all others against it.
TRUST = {"reader", "tagged", "emailAgrees", "houseAgrees", "sendersHouse", "inForm", "inLines", "quotedTitle", "bodyIsRespondent", "onlyItem", "replaces", "isSender", "calendarReply"}
# What is expected of a sign before any reading is looked at; the fit moves away from it as far as the readings ask.
EXPECTED = {"looseEmail": -1, "loosePhone": -0.7, "loosePerson": -1, "idleReplace": -1.5, "idleWithdraw": -1, "idleNominate": -0.5, "correction.idleDesignate": -1,
            "countryMissing": -2, "unread": -1, "unknownSource": -0.4, "looseBody": -1.5, "modeApart": -0.8, "sways": -2.2, "impossible": -3,
            "modeSupposed": -1, "mixed": -1, "roleSupposed": -1, "bodyInferred": -1, "bodyMissing": -2, "verbInside": -1, "groupInside": -2, "oneWord": -1,
            "oddPerson": -1, "nameMissing": -2, "longBody": -2, "unknownBody": -1, "modeMissing": -1, "contactMissing": -1, "looseDay": -1, "asksWithoutAction": -1,
            "emailAcross": -2, "emailShared": -1, "reader": 0.5, "tagged": 0.5, "calendarReply": 2.5, "untagged": -0.5, "taggerAlone": -1, "emailAgrees": 0.3, "houseAgrees": 0.3}
MADE_ON = {"replies", "second", "more", "third", "fourth"}  # sets whose mails the readers by rule were made on
TAGGED = ("nomination", "representative", "registration", "regret")   # read by the tagger
SECONDED = ("withdrawal", "correction", "activity")    # read by rules; the tagger has its word
# These say of which sort an item or its mail is, and may speak either way where weights are moved.
SORTS = {"noCountry", "inProse", "person", "isRepresentative", "isAlternate", "isFocal", "attached", "personCutBefore"}
MOVED = 40.0       # strength of the pull of weights that are moved towards where they were
SEEN = 0.5         # a reading of a set that the readers were mended on counts so much of one at first sight; such sets bear "seen" in front of their names
OFTEN = 25         # a weight moves only where its sign was seen in so many items
FEWEST = 12        # a sign seen in fewer items of a type gets no weight of its own there


def signs(dll, folder, name):
    out = subprocess.run(["dotnet", dll, "read", folder, "--explain", "--json"], capture_output=True, text=True).stdout
    for line in out.splitlines():
        answer = json.loads(line)
        if "error" in answer: continue
        golden = os.path.join(folder, os.path.splitext(os.path.basename(answer["file"]))[0] + ".json")
        if not os.path.exists(golden):
            continue
        gold = json.load(open(golden, encoding="utf-8")).get("items") or []
        items = answer.get("items") or []
        taken = [item.pop("signs", {}) for item in items]
        pairs, _, extra = score.match(gold, items)
        right = {p: not wrong(gold[g], items[p]) for g, p in pairs}
        for i, item in enumerate(items):
            yield {"set": name, "mail": answer["file"], "type": item["type"], "right": right.get(i, False), "signs": taken[i]}


def read(readings, folder):
    """What the tagger reads of every set, since each was read with weights fitted on the others; other items only of sets that their readers were not made on."""
    where = {name: os.path.basename(folder) for folder in [entry.path for entry in os.scandir(folder) if entry.is_dir()] for name in os.listdir(folder)}
    for line in open(readings, encoding="utf-8"):
        answer = json.loads(line)
        golden = os.path.splitext(answer["file"])[0] + ".json"
        if golden not in where: continue
        gold = json.load(open(os.path.join(folder, where[golden], golden), encoding="utf-8")).get("items") or []
        items = answer.get("items") or []
        taken = [item.pop("signs", {}) for item in items]
        pairs, _, _ = score.match(gold, items)
        right = {p: not wrong(gold[g], items[p]) for g, p in pairs}
        for i, item in enumerate(items):
            if item["type"] in TAGGED or where[golden] not in MADE_ON:
                yield {"set": where[golden], "mail": answer["file"], "type": item["type"], "right": right.get(i, False), "signs": taken[i]}


def wrong(gold, item):
    """Key fields that are not as they should be, as score.py counts silent errors."""
    g, p, keys = score.flat(gold), score.flat(item), score.KEY.get(gold["type"], [])
    same = lambda k: k in g and k in p and (score.same(k, g[k], p[k]) or k.startswith("responses.") and score.token_f1(g[k], p[k]) >= 0.85)
    return [k for k in set(g) | set(p) if any(k == key or k.startswith(key + ".") for key in keys) and not same(k)]


def thin(folder, share, seed):
    chance = random.Random(seed)
    drop = lambda value: [v for v in value if not isinstance(v, str) or chance.random() >= share] if isinstance(value, list) else {k: drop(v) for k, v in value.items()} if isinstance(value, dict) else value
    for path, _, files in sorted(os.walk(folder)):
        if os.path.relpath(path, folder).split(os.sep)[0] in FULL:
            continue
        for file in sorted(files):
            if not file.endswith(".json") or file == "acceptance.json":
                continue
            whole = os.path.join(path, file)
            data = drop(json.load(open(whole, encoding="utf-8")))
            json.dump(data, open(whole, "w", encoding="utf-8"), ensure_ascii=False)


def thinned(folders, share, seeds):
    with tempfile.TemporaryDirectory() as work:
        program = os.path.join(work, "program")
        shutil.copytree(os.path.join(ROOT, "src/JcaCop.Worker/bin/Release/net10.0"), program)
        for file in ("Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", ".editorconfig"):
            shutil.copy(os.path.join(ROOT, file), work)
        source = os.path.join(work, "src/JcaCop.Reading")
        for seed in seeds:
            shutil.rmtree(source, ignore_errors=True)
            shutil.copytree(os.path.join(ROOT, "src/JcaCop.Reading"), source, ignore=shutil.ignore_patterns("bin", "obj"))
            thin(os.path.join(source, "Lexicons"), share, seed)
            subprocess.run(["dotnet", "build", source, "-c", "Release", "-v", "q", "--nologo", "-p:RunAnalyzers=false"], check=True, stdout=subprocess.DEVNULL)
            shutil.copy(os.path.join(source, "bin/Release/net10.0/JcaCop.Reading.dll"), program)
            for folder in folders:
                for line in signs(os.path.join(program, "jcacop.dll"), folder, f"{os.path.basename(folder)}~{seed}"):
                    yield line


def rows(items, names):
    for item in items:
        x = {names["bias"]: 1.0}
        for sign, value in list(item["signs"].items()):
            for name in (sign, f"{item['type']}.{sign}"):
                if name in names:
                    x[names[name]] = value
        if item["type"] in names:
            x[names[item["type"]]] = 1.0
        yield x


def fit(items):
    seen = {}
    for item in items:
        for sign in item["signs"]:
            seen[sign] = seen.get(sign, 0) + 1
            own = f"{item['type']}.{sign}"
            seen[own] = seen.get(own, 0) + 1
        seen[item["type"]] = seen.get(item["type"], 0) + 1
    chosen = ["bias"] + sorted(name for name, count in seen.items() if count >= FEWEST or name in EXPECTED)
    names = {name: i for i, name in enumerate(chosen)}
    x = list(rows(items, names))
    y = [1.0 if item["right"] else 0.0 for item in items]
    weight = [THINNED if "~" in item["set"] else 1.0 for item in items]
    types = {item["type"] for item in items}
    ridge = [0.01 if name == "bias" else OWN_RIDGE if "." in name or name in types else RIDGE for name in chosen]
    bound = [0 if name == "bias" or name in types else 1 if name.split(".")[-1] in TRUST else -1 for name in chosen]
    expected = [float(EXPECTED.get(name, 0)) for name in chosen]
    w = list(expected)
    for step in range(300):  # gradient descent with a step of its own for each weight, bounded by the curvature
        gradient = [r * (v - e) for r, v, e in zip(ridge, w, expected)]
        curve = list(ridge)
        for features, target, c in zip(x, y, weight):
            p = 1 / (1 + math.exp(-sum(w[i] * v for i, v in features.items())))
            spread = sum(abs(v) for v in features.values())
            for i, v in features.items():
                gradient[i] += c * (p - target) * v
                curve[i] += c * p * (1 - p) * abs(v) * spread
        change = 0.0
        for i in range(len(w)):
            delta = gradient[i] / max(curve[i], 1e-6)
            new = w[i] - delta
            new = max(0.0, new) if bound[i] > 0 else min(0.0, new) if bound[i] < 0 else new
            delta, w[i] = w[i] - new, new
            change = max(change, abs(delta))
        if change < 1e-3:
            break
    return {name: w[i] for name, i in names.items()}


def move(data, items, steps=40):
    """The weights of the file, moved by the readings: those that speak against an item never come to speak for it, nor the reverse."""
    there = dict(data["weights"], bias=data["bias"])
    names = lambda item: {"bias": 1.0, item["type"]: 1.0, **item["signs"], **{f"{item['type']}.{sign}": value for sign, value in item["signs"].items()}}
    read = [names(item) for item in items]
    seen = {}
    for x in read:
        for name in x: seen[name] = seen.get(name, 0) + 1
    free = {name: (1.0 if name in ItemTypes else 4.0 if name == "bias" else MOVED) for name, count in seen.items() if count >= OFTEN}
    before = [sum(there.get(name, 0) * value for name, value in x.items()) for x in read]
    read = [[(name, value) for name, value in x.items() if name in free] for x in read]
    count = [SEEN if item["set"].startswith("seen") else 1.0 for item in items]
    moved = dict.fromkeys(free, 0.0)
    for step in range(steps):
        gradient, curve = {name: pull * moved[name] for name, pull in free.items()}, dict(free)
        for start, x, c, item in zip(before, read, count, items):
            p = 1 / (1 + math.exp(-start - sum(moved[name] * value for name, value in x)))
            bend, miss = c * p * (1 - p) * sum(abs(value) for _, value in x), c * (p - item["right"])
            for name, value in x:
                gradient[name] += miss * value
                curve[name] += bend * abs(value)
        for name in free: moved[name] -= gradient[name] / curve[name]
        for name in free:
            kind, _, sign = name.partition(".")
            if not sign or sign in SORTS: continue
            was = there.get(name, 0) + there.get(sign, 0)
            total = was + moved[name] + moved.get(sign, 0)
            moved[name] += max(total, min(0.0, was)) - total if sign in TRUST else min(total, max(0.0, was)) - total
    weights = {name: there.get(name, 0) + moved.get(name, 0) for name in there.keys() | free.keys()}
    return dict(data, bias=round(weights.pop("bias"), 3), weights={name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= 0.001})


def certainty(data, item):
    value = lambda name: data["weights"].get(name, 0) + data["weights"].get(f"{item['type']}.{name}", 0)
    return 1 / (1 + math.exp(-data["bias"] - data["weights"].get(item["type"], 0) - sum(value(sign) * v for sign, v in item["signs"].items())))


def judge(data, items):
    """Recorded, wrong and right by set and threshold; then by sign how many held items it alone holds."""
    sure = [certainty(data, item) for item in items]
    for name in [*sorted({item["set"] for item in items}), None]:
        own = [(p, item["right"]) for p, item in zip(sure, items) if name in (None, item["set"])]
        figures = []
        for threshold in (.8, .83, .85, .88):
            taken = [right for p, right in own if p >= threshold]
            figures.append(f"from {threshold}: {len(taken)} recorded, {len(taken) - sum(taken)} wrong")
        print(f"{name or 'all'}: {len(own)} items, {sum(right for _, right in own)} right; {'; '.join(figures)}")
    odds = lambda p: math.log(max(p, 1e-9) / max(1 - p, 1e-9))
    held, edge = {}, odds(data["threshold"])
    for p, item in zip(sure, items):
        for sign, value in item["signs"].items():
            weight = value * (data["weights"].get(sign, 0) + data["weights"].get(f"{item['type']}.{sign}", 0))
            if p < data["threshold"] and odds(p) - weight >= edge:
                held.setdefault(sign, [0, 0])[not item["right"]] += 1
    for sign, (right, wrong) in sorted(held.items(), key=lambda pair: -sum(pair[1])): print(f"  {sign}: {right} right, {wrong} wrong would pass without it")


def predict(weights, item):
    names = {name: name for name in weights}
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in next(rows([item], names)).items())))


def table(title, judged):
    print(f"\n{title}: {len(judged)} items, {sum(right for _, right in judged)} right")
    for low, high in ((0, .3), (.3, .5), (.5, .7), (.7, .8), (.8, .9), (.9, .95), (.95, 1.01)):
        band = [(p, r) for p, r in judged if low <= p < high]
        if band:
            print(f"  {low:4.2f} to {min(high, 1):4.2f}  {len(band):4} items  right {sum(r for _, r in band) / len(band):5.2f}  mean confidence {sum(p for p, _ in band) / len(band):5.2f}")
    for threshold in (.7, .75, .8, .85, .88, .9, .92, .94, .96):
        taken = [r for p, r in judged if p >= threshold]
        if taken:
            print(f"  from {threshold:4.2f}: {len(taken):4} recorded, {len(taken) - sum(taken):3} wrongly ({1 - sum(taken) / len(taken):.3f}); {sum(taken) / max(1, sum(r for _, r in judged)):.2f} of those read right")


def join(others, tagged, own):
    """What the two have in common stays that of the first; what the second says otherwise of the types goes into weights of their own."""
    joined = {"threshold": others["threshold"], "bias": others["bias"], "weights": {}}
    known, new = others["weights"], tagged["weights"]
    joined["weights"] = {name: weight for name, weight in known.items() if name not in own and name.split(".")[0] not in own}
    common = {name for name in [*known, *new] if "." not in name and name not in ItemTypes}
    for kind in own:
        joined["weights"][kind] = tagged["bias"] + new.get(kind, 0) - others["bias"]
        for name in common | {name.split(".")[1] for name in new if name.startswith(kind + ".")}:
            weight = new.get(name, 0) + new.get(f"{kind}.{name}", 0) - known.get(name, 0)
            if abs(weight) >= 0.001: joined["weights"][f"{kind}.{name}"] = weight
    joined["weights"] = {name: round(weight, 3) for name, weight in sorted(joined["weights"].items())}
    return joined


ItemTypes = set(score.KEY)


def main():
    verb, args = sys.argv[1] if len(sys.argv) > 1 else "", sys.argv[2:]
    if verb == "signs" and len(args) == 3:
        for line in signs(*args): print(json.dumps(line, ensure_ascii=False))
    elif verb == "read" and len(args) == 2:
        for line in read(*args): print(json.dumps(line, ensure_ascii=False))
    elif verb == "join" and len(args) >= 3:
        with open(args[2], "w", encoding="utf-8") as target:
            target.write(json.dumps(join(json.load(open(args[0], encoding="utf-8")), json.load(open(args[1], encoding="utf-8")), tuple(args[3:]) or TAGGED + SECONDED), ensure_ascii=False, indent=2) + "\n")
    elif verb == "thin" and len(args) == 3:
        thin(args[0], float(args[1]), int(args[2]))
    elif verb == "thinned" and len(args) >= 3:
        for line in thinned([folder.rstrip("/") for folder in args[:-2]], float(args[-2]), [int(seed) for seed in args[-1].split(",")]): print(json.dumps(line, ensure_ascii=False))
    elif verb == "judge" and len(args) >= 2:
        judge(json.load(open(args[0], encoding="utf-8")), [json.loads(line) for file in args[1:] for line in open(file, encoding="utf-8")])
    elif verb == "move" and len(args) >= 2:
        files = [a for a in args[1:] if a != "--write"]
        data, items = json.load(open(args[0], encoding="utf-8")), [json.loads(line) for file in files for line in open(file, encoding="utf-8")]
        first = [item for item in items if not item["set"].startswith("seen")]
        table("at first sight, by the weights as they are", [(certainty(data, item), item["right"]) for item in first])
        judged = []
        for name in sorted({item["set"] for item in first}):
            without = move(data, [item for item in items if item["set"] != name])
            judged += [(certainty(without, item), item["right"]) for item in first if item["set"] == name]
        table("at first sight, each set by weights moved without it", judged)
        moved = move(data, items)
        if "--write" in args:
            with open(args[0], "w", encoding="utf-8") as target: target.write(json.dumps(moved, ensure_ascii=False, indent=2) + "\n")
    elif verb == "fit" and args:
        target = args[args.index("--write") + 1] if "--write" in args else None
        files = [a for a in args if a != "--write" and a != target]
        items = [json.loads(line) for file in files for line in open(file, encoding="utf-8")]
        first = sorted({item["set"] for item in items if "~" not in item["set"]})
        together = []
        for name in first:
            weights = fit([item for item in items if item["set"].split("~")[0] != name])
            judged = [(predict(weights, item), item["right"]) for item in items if item["set"] == name]
            together += judged
            table(f"{name}, fitted without it", judged)
        if len(first) > 1: table("all first-sight sets, each fitted without it", together)
        weights = fit(items)
        if target:
            data = json.load(open(target, encoding="utf-8"))
            bias = weights.pop("bias")
            data.update(bias=round(bias, 3), weights={name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= 0.01})
            json.dump(data, open(target, "w", encoding="utf-8"), ensure_ascii=False, indent=2)
            open(target, "a", encoding="utf-8").write("\n")
        else:
            for name, weight in sorted(weights.items(), key=lambda pair: -abs(pair[1]))[:70]: print(f"{weight:7.2f}  {name}")
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
