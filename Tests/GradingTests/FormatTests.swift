import Foundation
import FoundationXML
import Grading
import Lessons
import SessionSupport
import TestSupport
import Testing

/// The forms of a report, read back by other readers.
struct FormatTests {
  /// A class with each kind of outcome.
  private static func book(_ terms: Gradebook.Terms? = nil) throws -> Gradebook {
    let lesson = try Growth.lesson()
    let roster = try Roster(Array("name,id\nAda,1\n\"=1+1, Grace\",2\nMary,3\n".utf8))
    let files = [
      ("a", Classroom.file(Growth.diligent, "Ada", lesson)),
      ("b", Classroom.file(["", "30", "", ":hint", "t*n"], "=1+1, Grace", lesson)),
      ("c", Classroom.file([], "Eve <&\"'", lesson)), ("d", Array("noise".utf8)),
    ].map { (path: $0, text: String(decoding: $1, as: UTF8.self)) }
    return try marked(
      files,
      on: [lesson],
      terms ?? Gradebook.Terms(rule: IdentityRule(roster: roster, source: .header))
    )
  }

  @Test func oneRowALearner() throws {
    let csv = GradeSheet(try Self.book()).csv
    #expect(
      csv == """
        name,id,status,guess,power,tiny,which,formula,norms,why,total,maximum,participation,to be read,\
        attempts,hints,late,files,remarks
        Ada,1,handed in,0.5,2,1,1,1,2,,7.5,8.5,0.5,1,10,0,,a,
        "'=1+1, Grace",2,handed in,0.5,0,0,0,0,0,0,0.5,8.5,0.5,0,2,1,,b,
        Mary,3,not handed in,,,,,,,,,8.5,,,,,,,
        ,,"identity: ""Eve <&""'"" is not in the roster.",,,,,,,,,,,,,,,c,
        ,,"refused: This is no transcript: its first line is not ""# fathom transcript 1"".",,,,,,,,,,,,,,,d,

        """
    )
  }

  @Test func theJSONKeepsItsSchema() throws {
    let schema = try SchemaCheck(
      Repository.text("Sources/Grading/Schemas/grade-report.schema.json")
    )
    let book = try Self.book()
    let old = GradeSheet(book).json.replacing("\"points\": 2,", with: "\"points\": 1,")
    let whole = GradeSheet(
      book,
      publicKeys: ["growth"],
      comparedWith: try OldMarks(Array(old.utf8)),
      withInsight: true
    )
    for text in [
      whole.json, GradeSheet(book).json, GradeSheet(try marked([], on: [Growth.lesson()])).json,
    ] {
      #expect(try schema.problems(of: text) == [])
    }
    // The check sees what is wrong.
    for (good, bad) in [
      ("\"format\": 3", "\"format\": 2"), ("\"mark\": \"correct\"", "\"mark\": \"perfect\""),
      ("\"points\": 7.5", "\"points\": \"7.5\""), ("\"hints\": 1,", ""), ("\"late\"", "\"lat\""),
    ] {
      #expect(whole.json.contains(good))
      #expect(try schema.problems(of: whole.json.replacing(good, with: bad)) != [])
    }
    try SchemaCheck.byAnotherValidator(whole.json)
  }

  @Test func theXMLOfJUnit() throws {
    let xml = GradeSheet(try Self.book()).junit
    let parser = XMLParser(data: Data(xml.utf8))
    let reader = JUnitReader()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.suites == 4)
    // What each suite says of its cases is what stands in it.
    #expect(reader.counted == reader.claimed)
    #expect(reader.names.contains("=1+1, Grace"))
    #expect(reader.messages.contains("\"Eve <&\"'\" is not in the roster."))
    #expect(reader.claimed["tests"] == 7 + 7 + 1 + 1)
    #expect(reader.claimed["errors"] == 2)
  }

  @Test func gradescopesResults() throws {
    let lesson = try Growth.lesson()
    func results(_ bytes: [UInt8]) throws -> [String: Any] {
      let book = try marked([("a", String(decoding: bytes, as: UTF8.self))], on: [lesson])
      let text = try #require(GradeSheet(book).gradescope(.afterDueDate))
      return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
    let good = try results(Classroom.file(["", "30", "", "t*n", "t^n"], "Ada", lesson))
    let tests = try #require(good["tests"] as? [[String: Any]])
    func sum(_ key: String) -> Double { tests.reduce(0) { $0 + (($1[key] as? Double) ?? .nan) } }
    #expect(good["score"] as? Double == 2.5)
    #expect(sum("score") == 2.5)
    #expect(sum("max_score") == 8.5)
    #expect(good["visibility"] as? String == "after_due_date")
    #expect(good["stdout_visibility"] as? String == "hidden")
    #expect(tests[1]["output"] as? String == "correct: 2 answers")
    let bad = try results(Array("noise".utf8))
    #expect(bad["score"] as? Double == 0)
    #expect((bad["tests"] as? [Any])?.isEmpty == true)
    #expect(GradeSheet(try Self.book()).gradescope(.visible) == nil)
  }

  /// Each learner has a text, and no key is in it.
  @Test func feedbackWithoutKeys() throws {
    let lesson = try Growth.lesson()
    let lines = ["", "30", "", "t*n", "", "0", "", "b", "", "s*L", "", "done"]
    let files = ["../Ada", "..Ada", "Grace/", "", "ada"].enumerated().map {
      index,
      name -> (path: String, text: String) in
      let bytes = Classroom.file(lines, name.isEmpty ? nil : name, lesson)
      return ("x/\(index).transcript", String(decoding: bytes, as: UTF8.self))
    }
    let feedback = GradeSheet(try marked(files, on: [lesson])).feedback
    #expect(
      feedback.map(\.file) == ["___Ada.txt", "__Ada.txt", "Grace_.txt", "3.txt", "ada.txt"]
    )
    for (file, text) in feedback {
      #expect(!file.contains("/") && !file.hasPrefix("."))
      for key in ["t^n", "0.5^27", "7.45", "small", "s^L", "identity", "That adds"] {
        #expect(!text.contains(key), "\(key) is in \(text)")
      }
      #expect(text.contains("power: incorrect, 0 of 2\n"))
      #expect(text.contains("  Your answer: t*n\n"))
    }
    #expect(Set(feedback.map { $0.file.lowercased() }).count == 5)
  }

  /// The same as a page, by the same names.
  @Test func feedbackPagesWithoutKeys() throws {
    let lesson = try Growth.lesson()
    let lines = ["", "30", "", "t*n", "", "0", "", "b", "", "s*L", "", "done"]
    let names = ["Ada", "<script>alert(1)</script>"]
    let files = names.enumerated().map { index, name -> (path: String, text: String) in
      let bytes = Classroom.file(lines, name, lesson)
      return ("x/\(index).transcript", String(decoding: bytes, as: UTF8.self))
    }
    let sheet = GradeSheet(try marked(files, on: [lesson]))
    let pages = sheet.feedbackPages
    #expect(pages.map(\.file) == sheet.feedback.map { $0.file.replacing(".txt", with: ".html") })
    for (_, page) in pages {
      for key in ["t^n", "0.5^27", "7.45", "s^L", "identity", "That adds", "<script"] {
        #expect(!page.contains(key), "\(key) is in \(page)")
      }
      #expect(page.contains("<code>t*n</code>"))
      #expect(page.contains("<code>b) 1</code>"))
      #expect(page.contains("incorrect, 0 of 2 points"))
      // It is XML as well: nothing is open, nothing is raw.
      let parser = XMLParser(data: Data(page.utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
    #expect(pages[1].text.contains("for &lt;script&gt;alert(1)&lt;/script&gt;"))
  }
}

/// Counts what stands in a report of JUnit's.
private final class JUnitReader: NSObject, XMLParserDelegate {
  var suites = 0
  var names: Set<String> = []
  var messages: Set<String> = []
  var claimed: [String: Int] = [:]
  var counted: [String: Int] = [:]

  func parser(
    _ parser: XMLParser,
    didStartElement element: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    if let message = attributes["message"] { messages.insert(message) }
    switch element {
    case "testsuite":
      suites += 1
      names.insert(attributes["name"] ?? "")
      for key in ["tests", "failures", "errors", "skipped"] {
        claimed[key, default: 0] += Int(attributes[key] ?? "") ?? -1
        counted[key, default: 0] += 0
      }
    case "testcase": counted["tests", default: 0] += 1
    case "failure": counted["failures", default: 0] += 1
    case "error": counted["errors", default: 0] += 1
    case "skipped": counted["skipped", default: 0] += 1
    default: break
    }
  }
}
