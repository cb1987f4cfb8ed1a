import Foundation
import Grading
import Lessons
import Sessions
import TestSupport
import Testing

/// What is wrong with lessons, for other programs.
struct CheckSheetTests {
  private func file(_ text: String) -> CheckSheet.File {
    let (lesson, diagnostics) = Lesson.parse(text, path: "a \"b\".md")
    return CheckSheet.File(
      path: "a \"b\".md",
      diagnostics: diagnostics,
      findings: lesson.map { Audit.findings($0) } ?? []
    )
  }

  @Test func theJSONKeepsItsSchema() throws {
    let schema = try SchemaCheck(
      Repository.text("Sources/Grading/Schemas/check-report.schema.json")
    )
    let good = try Growth.text()
    let wrong = good.replacing("reject = [\"t*n\", \"0\"]", with: "reject = [\"t^(n*1)\", \"0\"]")
    let files = [
      file(good), file(wrong), file("\u{1B}[2J # no lesson"),
      CheckSheet.File(path: "gone.md", unread: "It is gone."),
    ]
    #expect(files.map(\.isSound) == [true, false, false, false])
    let text = CheckSheet(files).json
    #expect(try schema.problems(of: text) == [])
    try SchemaCheck.byAnotherValidator(
      text,
      schema: "Sources/Grading/Schemas/check-report.schema.json"
    )
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    let value = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(value["sound"] as? Bool == false)
    let told = try #require(value["files"] as? [[String: Any]])
    #expect(told.map { $0["path"] as? String } == files.map(\.path))
    let findings = try #require(told[1]["findings"] as? [[String: Any]])
    #expect(findings.map { $0["code"] as? String } == ["FL112"])
    // The line on which it stands.
    let line = wrong.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix("reject = [\"t^(n*1)\"") }
    #expect(findings[0]["line"] as? Int == line.map { $0 + 1 })
    // A schema that everything keeps would say nothing.
    #expect(try !schema.problems(of: text.replacing("\"FL112\"", with: "\"E1\"")).isEmpty)
  }
}
