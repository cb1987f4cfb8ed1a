import Foundation
import Grading
import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing

/// What people give, fill in and compare.
struct PeopleTests {
  private static func book(_ names: [String] = ["Ada", "Grace"]) throws -> Gradebook {
    let lesson = try Growth.lesson()
    let roster = try Roster(Array("name,id\nAda,1\nGrace,2\nMary,3\n".utf8))
    return try marked(
      names.map { name in
        let lines = name == "Ada" ? Growth.diligent : ["", "30", "", "t*n"]
        return (name, String(decoding: Classroom.file(lines, name, lesson), as: UTF8.self))
      },
      on: [lesson],
      Gradebook.Terms(rule: IdentityRule(roster: roster, source: .header))
    )
  }

  /// The queue, filled in by a person, is what is merged.
  @Test func wordsAreReadByPeople() throws {
    var book = try Self.book()
    let queue = GradeSheet(book).queue
    #expect(
      queue == """
        name,id,file,lesson,question,answer,maximum,points,comment
        Ada,1,Ada,growth,why,Because each layer multiplies.,1,,

        """
    )
    let filled = queue.replacing("multiplies.,1,,", with: "multiplies.,1,0.75,Say what.")
    #expect(filled != queue)
    try book.merge(Readings(Array(filled.utf8)))
    let report = book.reports[0]
    #expect(report.score.earned == 825)
    #expect(report.score.toBeRead == 0)
    #expect(GradeSheet(book).text.contains("why       partial, by hand    0.75 of 1"))
    #expect(
      GradeSheet(book).feedback[0].text.hasSuffix(
        "why: partial, 0.75 of 1\n  Say in a sentence why it explodes.\n  Your answer: Because each layer multiplies.\n  Say what.\n"
      )
    )
    #expect(GradeSheet(book).queue.split(separator: "\n").count == 1)
    // Nothing waits any more.
    #expect(throws: TableError.self) { try book.merge(Readings(Array(filled.utf8))) }
  }

  @Test(arguments: [
    ("name,question,points\nAda,why,1.5\n", "at most 1"),
    ("name,question,points\nAda,why,one\n", "a number of points such as 1.5"),
    ("name,question,points\nAda,why,-1\n", "a number of points such as 1.5"),
    ("name,question,points\nAda,why,nan\n", "a number of points such as 1.5"),
    ("name,question,points\nAda,wy,1\n", "There is no question \"wy\"."),
    ("name,question,points\nEve,why,1\n", "\"Eve\" has handed in nothing here."),
    ("name,question,points\nGrace,why,1\n", "is not words that wait to be read."),
    ("name,question,points\nAda,power,1\n", "is not words that wait to be read."),
    ("name,points\nAda,1\n", "It has no column \"question\""),
    ("question,points\nwhy,1\n", "\"name\" or \"id\""),
  ])
  func whatIsNoMarkIsRefused(_ table: String, _ words: String) throws {
    var book = try Self.book()
    do {
      try book.merge(Readings(Array(table.utf8)))
      Issue.record("merged")
    } catch {
      #expect(error.description.contains(words))
    }
    #expect(book.reports[0].score.earned == 750)
  }

  @Test func aCommaIsAPointElsewhere() throws {
    var book = try Self.book()
    try book.merge(Readings(Array("id;question;points\r\n1;why;0,5\r\n2;why;\r\n".utf8)))
    #expect(book.reports[0].score.earned == 800)
  }

  /// A corrected key: every mark that it changed, and no other.
  @Test func whatACorrectedKeyChanges() throws {
    let old = GradeSheet(try Self.book()).json
    let text = try Growth.text().replacing("answer = \"small\"", with: "answer = \"large\"")
      .replacing("\"one\" = \"Times 1 changes nothing.\"", with: "")
      .replacing("[misconceptions]\n\n", with: "")
    let corrected = try lesson(text)
    let lines = Growth.diligent
    let files = ["Ada", "Mary"].map { (name: String) -> (path: String, text: String) in
      (name, String(decoding: Classroom.file(lines, name, corrected), as: UTF8.self))
    }
    let book = try marked(files, on: [corrected])
    let sheet = GradeSheet(book, comparedWith: try OldMarks(Array(old.utf8)))
    let rows = sheet.text.components(separatedBy: "Marks that have changed\n")[1]
      .split(separator: "\n").dropFirst(2)
    #expect(rows.contains { $0.contains("Ada") && $0.contains("growth/which") })
    #expect(rows.filter { $0.contains("Ada") }.count == 1)
    #expect(rows.filter { $0.contains("Mary") }.count == 7)
    #expect(rows.filter { $0.contains("Grace") }.count == 7)
    let same = try Self.book()
    let quiet = GradeSheet(same, comparedWith: try OldMarks(Array(GradeSheet(same).json.utf8)))
    #expect(quiet.text.hasSuffix("\nNo mark has changed.\n"))
    for bad in ["", "[1]", "{\"format\": 3}", "\u{FF}"] {
      #expect(throws: TableError.self) { try OldMarks(Array(bad.utf8)) }
    }
  }

  private static let canvas = """
    Student,ID,SIS Login ID,Growth (77),Other (8)
        Points Possible,,,10,5
    "Ada",1,ada,,4
    "Grace",2,grace,3,
    "Mary",3,mary,,"1,5"
    "Test, Student",9,,,

    """

  @Test func canvasesGradebook() throws {
    func filled(_ names: [String], zero: Bool, column: String? = nil) throws -> ExportedGradebook {
      var gradebook = try ExportedGradebook(Array(Self.canvas.utf8))
      try gradebook.fill(GradeSheet(try Self.book(names)), column: column, missingIsZero: zero)
      return gradebook
    }
    let both = try filled(["Ada", "Grace"], zero: false)
    #expect(
      both.text
        == Self.canvas.replacing("1,ada,,4", with: "1,ada,7.5,4")
        .replacing("2,grace,3,", with: "2,grace,0.5,").replacing("\"Ada\"", with: "Ada")
        .replacing("\"Grace\"", with: "Grace").replacing("\"Mary\"", with: "Mary")
        .replacing("    Points Possible", with: "\"    Points Possible\"")
    )
    #expect(both.remarks == ["Growth (77) is out of 10, growth of 8.5."])
    let one = try filled(["Ada"], zero: true)
    #expect(one.text.contains("Mary,3,mary,0,"))
    // What somebody has already is not taken away.
    #expect(one.text.contains("Grace,2,grace,3,"))
    #expect(throws: TableError.self) { try filled(["Ada"], zero: false, column: "Nothing") }
    #expect(try filled(["Ada"], zero: false, column: "other").text.contains("1,ada,,7.5"))
  }

  @Test func moodlesWorksheet() throws {
    let sheet =
      "Identifier,Full name,Grade,Maximum Grade\nParticipant 1,Ada,,8.50\nParticipant 2,Eve,,8.50\n"
    var gradebook = try ExportedGradebook(Array(sheet.utf8))
    try gradebook.fill(GradeSheet(try Self.book()), column: nil, missingIsZero: false)
    #expect(gradebook.text == sheet.replacing("Ada,,", with: "Ada,7.5,"))
    #expect(gradebook.remarks == ["Grace: \"Grace\" is not in the gradebook."])
  }

  /// Counted by hand: what four learners did.
  @Test func whatTheClassDid() throws {
    let lesson = try Growth.lesson()
    let works = [
      Growth.diligent, ["", "30", "", "t*n", "t^n"], ["", "30", "", ":hint", "t*n"],
      ["", "30", "", ":skip"],
    ]
    let files = works.enumerated().map { index, lines -> (path: String, text: String) in
      ("\(index)", String(decoding: Classroom.file(lines, "p\(index)", lesson), as: UTF8.self))
    }
    let sheet = GradeSheet(try marked(files, on: [lesson]), withInsight: true)
    let lines = sheet.insightText.split(separator: "\n").map(String.init)
    #expect(lines[0] == "Growth: 4 hand-ins")
    let power = try #require(lines.first { $0.hasPrefix("  power") })
    // Two of four had it, three answered, one asked for a hint, for two it was the last.
    #expect(
      power.contains("50 %")
        && power.contains(String(repeating: "#", count: 15) + "...............")
    )
    #expect(power.split(separator: " ").suffix(3) == ["3", "1", "2"])
    #expect(lines.contains("    right: 2 at answer 2"))
    #expect(lines.contains { $0.hasPrefix("    3 x t*n  That adds") })
  }

  @Test func severalLessonsMakeACourse() throws {
    let one = try Growth.lesson()
    let two = try lesson(
      Growth.text().replacing("id = \"growth\"", with: "id = \"decay\"")
        .replacing("title = \"Growth\"", with: "title = \"Decay\"").replacing(
          "# Growth",
          with: "# Decay"
        )
    )
    func file(
      _ path: String,
      _ name: String,
      _ lesson: Lesson,
      _ lines: [String]
    ) -> (String, String) {
      (path, String(decoding: Classroom.file(lines, name, lesson), as: UTF8.self))
    }
    let roster = try Roster(Array("Ada\nGrace\n".utf8))
    let book = try marked(
      [
        file("1", "Ada", one, Growth.diligent), file("2", "Ada", two, ["", "30"]),
        file("3", "Grace", two, Growth.diligent),
      ],
      on: [one, two],
      Gradebook.Terms(rule: IdentityRule(roster: roster, source: .header))
    )
    let sheet = GradeSheet(book)
    #expect(
      sheet.text.hasSuffix(
        """
        The course
          learner  growth  decay  all of 17
          -------  ------  -----  ---------
          Ada         7.5    0.5          8
          Grace         -    7.5        7.5

        Not handed in of growth: Grace

        """
      )
    )
    #expect(sheet.csv.contains("\nAda,,handed in,"))
    #expect(sheet.csv.contains("\nGrace,,1 of 2 handed in,"))
    #expect(book.isBelow(751) && !book.isBelow(750))
  }
}
