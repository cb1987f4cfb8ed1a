import Grading
import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing
import Transcripts

/// Marks survive a new version of their lesson: replay follows the prompts.
struct EditedLessonTests {
  /// A generated edit of a lesson's text, with the questions that it takes away.
  struct Edit: Sendable, CustomTestStringConvertible {
    let name: String
    let apply: @Sendable (String) -> (text: String, gone: [String])
    var testDescription: String { name }

    init(_ name: String, _ apply: @escaping @Sendable (String) -> String) {
      self.name = name
      self.apply = { (apply($0), []) }
    }

    init(_ name: String, taking apply: @escaping @Sendable (String) -> (String, [String])) {
      (self.name, self.apply) = (name, apply)
    }
  }

  static let transcripts = [
    "tour", "product", "scaling", "gradients", "tiny-steps", "initialisation",
  ]

  /// What each transcript is worth on its own lesson, worked out once: every edit is held against it.
  private static let unedited: [String: Result<GradeReport, any Error>] = Dictionary(
    uniqueKeysWithValues: transcripts.map { name in
      (
        name,
        Result {
          let played = try SessionSupport.lesson(text(of: name))
          return try graded(Repository.text("transcripts/\(name).transcript"), on: played)
        }
      )
    }
  )

  private static func newQuestion(_ id: String) -> String {
    """
    ```toml question
    id = "\(id)"
    kind = "number"
    ask = "How much is two and two?"
    answer = "4"
    reject = ["5"]
    points = 1
    hints = ["Count."]
    explain = "Four."
    ```


    """
  }

  /// The text with something before each heading of a step that the numbers name.
  private static func inserting(_ block: String, before steps: [Int]?, _ text: String) -> String {
    var number = 0
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode, line.hasPrefix("## ") else { return String(line) }
      number += 1
      let isMeant = steps.map { $0.contains(number) } ?? (number > 1)
      return isMeant ? block.replacing("ID", with: "new-\(number)") + line : String(line)
    }.joined(separator: "\n")
  }

  /// The parts of a lesson: what stands before the first step, and the steps.
  private static func parts(_ text: String) -> [String] {
    inserting("\u{1}", before: Array(1...99), text).split(separator: "\u{1}").map(String.init)
  }

  private static func afterHeadings(_ block: String, _ text: String) -> String {
    let parts = parts(text)
    return parts[0]
      + parts.dropFirst().map { step in
        var lines = step.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let place = lines.count > 1 && lines[1].hasPrefix("<!-- id") ? 2 : 1
        lines.insert(contentsOf: ["", block, ""], at: place)
        return lines.joined(separator: "\n")
      }.joined()
  }

  /// The ids of the questions that the program marks, in order.
  private static func ids(_ text: String) -> [String] {
    Lesson.parse(text, path: "x").0?.questions.map(\.id.value) ?? []
  }

  /// A shipped lesson by its name.
  static func text(of name: String) throws -> String {
    let number = try #require(transcripts.firstIndex(of: name)) + 1
    return try Repository.text("lessons/0\(number)-\(name).lesson.md")
  }

  /// A later version of a lesson, with a question more in every step.
  static func later(_ text: String) -> String {
    inserting(newQuestion("ID"), before: nil, text)
      .replacing(/\nversion = "[0-9.]+"/, with: "\nversion = \"9.9.9\"")
  }

  static let edits = [
    Edit("a question more in the first step") { inserting(newQuestion("ID"), before: [2], $0) },
    Edit("a question more in every step") { inserting(newQuestion("ID"), before: nil, $0) },
    Edit("a question more at the end") { $0 + "\n" + newQuestion("last-of-all") },
    Edit("a step more before the second") { text in
      inserting(
        "## Between\n\nLook.\n\n```fathom\nplot [1, 2, 3]\n```\n\n" + newQuestion("ID"),
        before: [2],
        text
      )
    },
    Edit("a step more before every step") { text in
      inserting("## New ID\n\nLook.\n\n```fathom\n1 + 1\n```\n\n", before: nil, text)
    },
    Edit("a figure more at the head of every step") { text in
      afterHeadings("Look first.\n\n```fathom\nplot [3, 2, 1]\n```", text)
    },
    Edit("a question more at the head of every step") { text in
      var number = 0
      return inserting("\u{2}", before: Array(1...99), text).split(separator: "\u{2}").map { part in
        number += 1
        return number == 1
          ? String(part)
          : afterHeadings(newQuestion("head-\(number)"), "\u{3}\n" + part).replacing(
            "\u{3}\n",
            with: ""
          )
      }.joined()
    },
    Edit("other ids of the steps") { text in
      text.replacing(/<!-- id: ([a-z0-9-]+) -->/) { "<!-- id: \($0.1)-two -->" }
    },
    Edit("more prose everywhere") { afterHeadings("One more thing to read.", $0) },
    Edit("the last step comes before the one above it") { text in
      var parts = parts(text)
      if !parts[parts.count - 1].hasSuffix("\n") { parts[parts.count - 1] += "\n" }
      parts.swapAt(parts.count - 1, parts.count - 2)
      return parts.joined(separator: "\n")
    },
    Edit(
      "another question in the place of the first marked one",
      taking: { text in
        guard let id = ids(text).dropFirst().first else { return (text, []) }
        return (text.replacing("id = \"\(id)\"", with: "id = \"\(id)-anew\""), [id])
      }
    ),
  ]

  /// Each pair of neighbouring steps in the other order.
  @Test(arguments: transcripts)
  func marksAreKeptWhereNeighboursChangePlaces(_ name: String) throws {
    let text = try Self.text(of: name)
    let count = Self.parts(text).count - 1
    for index in 1..<count {
      try marksAreKept(
        name,
        Edit("steps \(index) and \(index + 1) change places") { text in
          var parts = Self.parts(text).map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }
          parts.swapAt(index, index + 1)
          return parts.joined(separator: "\n")
        }
      )
    }
  }

  /// What questions are worth and what was done for it, by their ids; what their answers mean is told elsewhere.
  private static func marks(_ report: GradeReport, of ids: Set<String>) -> [String: String] {
    let grades = report.grades.filter { ids.contains($0.id) }
    return Dictionary(uniqueKeysWithValues: grades.map { ($0.id, "\($0.verdict) \($0.effort)") })
  }

  @Test(arguments: transcripts, edits)
  func marksAreKept(_ name: String, _ edit: Edit) throws {
    let text = try Self.text(of: name)
    let played = try lesson(text)
    var (edited, gone) = edit.apply(text)
    edited = edited.replacing(
      "version = \"\(played.header.version.value)\"",
      with: "version = \"9.9.9\""
    )
    let (parsed, diagnostics) = Lesson.parse(edited, path: "edited.lesson.md")
    let newer = try #require(parsed, "\(diagnostics.map(\.text).joined(separator: "\n"))")
    #expect(newer.digest != played.digest)
    let transcript = try Repository.text("transcripts/\(name).transcript")
    let before = try #require(Self.unedited[name]).get()
    let after = try graded(transcript, on: newer)
    if gone.isEmpty {
      // What is carried over is worth on the newer text what it was worth.
      let parsed = TranscriptParser.parse(Array(transcript.utf8), path: "a").transcript
      let carried = CarryOver.text(try #require(parsed), on: newer)
      #expect(try graded(carried, on: newer).grades == after.grades)
    }
    let kept = Set(before.grades.map(\.id)).subtracting(gone)
    #expect(Self.marks(after, of: kept) == Self.marks(before, of: kept))
    for id in gone where before.grades.contains(where: { $0.id == id && $0.effort.attempts > 0 }) {
      #expect(after.remarks.map(\.words).contains { $0.contains("\"\(id)\"") })
    }
  }
}
