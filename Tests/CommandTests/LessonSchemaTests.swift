import Foundation
import TestSupport
import Testing

/// The schema of a lesson's TOML blocks, read by another program's validator.
struct LessonSchemaTests {
  /// Prints how many blocks of the named lessons the schema takes, and which it refuses; `change` is Python that spoils a
  /// block first.
  private func checked(_ lessons: [String], change: String = "pass") throws -> String {
    let fathom = try Fathom()
    let script = """
      import json, re, sys, tomllib
      from jsonschema import Draft202012Validator
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      Draft202012Validator.check_schema(schema)
      taken = refused = 0
      for path in sys.argv[2:]:
        text = open(path, encoding="utf-8").read()
        for kind, block in re.findall(r"^```toml (\\w+)\\n(.*?)^```", text, re.S | re.M):
          part = dict(schema, anyOf=[{"$ref": "#/$defs/" + kind}])
          table = tomllib.loads(block)
          \(change)
          if Draft202012Validator(part).is_valid(table): taken += 1
          else: refused += 1; print(path, kind, table.get("id"), file=sys.stderr)
      print(taken, refused)
      """
    let file = try fathom.write(script, "schema.py")
    let names = ([Repository.path("Sources/Grading/Schemas/lesson-blocks.schema.json")] + lessons)
      .map { "'\($0)'" }.joined(separator: " ")
    let result = try fathom.shell("python3 '\(file)' \(names)")
    try #require(result.status == 0, "\(result.errors)")
    if change == "pass" { #expect(result.errors == "") }
    return result.output.trimmingCharacters(in: .newlines)
  }

  private static let shipped = ["tour", "product", "scaling", "gradients", "tiny-steps"]
    .enumerated().map { Repository.path("lessons/0\($0 + 1)-\($1).lesson.md") }

  @Test func takesWhatIsShippedAndWhatBegins() throws {
    let fathom = try Fathom()
    #expect(try fathom.run("new", "mine").status == 0)
    let begun = fathom.path("mine.lesson.md")
    let counts = try checked(
      Self.shipped + [begun, Repository.path("lessons/06-initialisation.lesson.md")]
    )
    #expect(counts.hasSuffix(" 0") && !counts.hasPrefix("0 "), "\(counts)")
  }

  /// What `check` refuses too: a key that is none, one that lacks, a value of another type.
  @Test(arguments: [
    "table['hint'] = ['x']",
    "[one.pop('meaning', 0) for one in table.values() if type(one) is dict]; table.pop('ask', table.pop('title', 0))",
    "table.update(points='two', minutes='ten', s=1.5, x=1.5, L=1.5)",
  ])
  func refusesWhatIsSpoilt(_ change: String) throws {
    let counts = try checked(Self.shipped, change: change)
    #expect(counts.hasPrefix("0 "), "\(counts)")
  }
}
