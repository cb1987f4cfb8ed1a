import Grading
import Lessons
import SessionSupport
import TestSupport
import Testing

/// Who is who: rosters and names of files as people and learning systems write them.
struct RosterTests {
  private static func people(_ text: String) throws -> [String] {
    try Roster(Array(text.utf8)).people.map { "\($0.name)|\($0.id ?? "")" }
  }

  @Test(arguments: [
    "Ada Lovelace\nGrace Hopper\n",
    "\u{FEFF}# the class\r\nAda Lovelace\r\n\r\n Grace  Hopper \r\n",
    "Ada Lovelace\rGrace Hopper",
  ])
  func namesOneALine(_ text: String) throws {
    #expect(try Self.people(text) == ["Ada Lovelace|", "Grace Hopper|"])
  }

  /// What Gradescope says of who handed in.
  @Test func submitters() throws {
    let users = #"[{"email": "ada@x.org", "id": 7, "name": "Ada Lovelace"}, {"id": 8}]"#
    let roster = try Roster(Array("{\"id\": 1, \"users\": \(users)}\n".utf8))
    #expect(roster.people == [Person(name: "Ada Lovelace", id: "7", others: ["ada@x.org"])])
    #expect(throws: TableError.empty) { try Roster(Array("{\"users\": []}".utf8)) }
    // A name in braces is a name.
    #expect(try Self.people("{Ada}\n") == ["{Ada}|"])
  }

  /// Everybody has a file of their own and a name by which the roster knows them.
  @Test func copies() throws {
    let text = "Student,ID\nAda,1\nada,2\n\"Hopper, Grace\",\nGrace/Hopper,\nMary,a/b\nMarie,A_B\n"
    let roster = try Roster(Array(text.utf8))
    let copies = try roster.copies()
    #expect(copies.map(\.file) == ["1", "2", "Hopper, Grace", "Grace_Hopper", "a_b", "A_B-2"])
    #expect(
      copies.map(\.learner.text) == ["1", "2", "Hopper, Grace", "Grace/Hopper", "Mary", "Marie"]
    )
    #expect(throws: RosterFault.sameName("Ada")) {
      try Roster(Array("Ada\nAda\n".utf8)).copies()
    }
  }

  @Test func tablesOfLearningSystems() throws {
    let canvas = """
      Student,ID,SIS User ID,SIS Login ID,Section,Scaling (4711)
      \u{20}   Points Possible,,,,,14.5
      "Lovelace, Ada",101,s1,ada@x.org,A,
      "Hopper, Grace",102,s2,grace@x.org,A,3

      """
    #expect(try Self.people(canvas) == ["Lovelace, Ada|101", "Hopper, Grace|102"])
    let moodle = "Identifier,Full name,Email address,Grade\nParticipant 7,Ada Lovelace,a@x.org,\n"
    #expect(try Self.people(moodle) == ["Ada Lovelace|Participant 7"])
    let gradescope = "First Name;Last Name;SID;Email\nAda;Lovelace;9;a@x.org\n"
    #expect(try Self.people(gradescope) == ["Ada Lovelace|9"])
    #expect(try Self.people("name\tid\n\"O'Neil, \"\"Bo\"\"\"\t3\n") == ["O'Neil, \"Bo\"|3"])
  }

  /// Anything but UTF-8 is refused with its line, and what to do.
  @Test func otherEncodings() {
    let rows: [([UInt8], TableError)] = [
      ([0xFF, 0xFE, 0x41, 0], .utf16), ([0x41, 0, 0x42, 0, 0x43, 0, 0x44, 0], .utf16),
      (Array("PK\u{3}\u{4}x".utf8), .spreadsheet),
      (Array("Ada\nJ".utf8) + [0xFC, 0x0A], .notUTF8(line: 2)),
      (Array("a\nb\u{0}".utf8), .noText(line: 2)),
      (Array("name,id\n\"Ada,1\n".utf8), .openQuote(line: 2)),
      ([], .empty), (Array("# nobody\n".utf8), .empty), (Array("name,id\n".utf8), .empty),
    ]
    for (bytes, error) in rows {
      #expect(throws: error) { try Roster(bytes) }
      #expect(!error.description.isEmpty)
    }
  }

  /// The name of a file says who it is from, and the header must not say somebody else.
  @Test(arguments: [
    ("sub/lovelaceada_101_99_scaling.transcript", "Lovelace, Ada"),
    ("sub/lovelaceada_LATE_101_99_scaling@Ada.transcript", "Lovelace, Ada"),
    ("sub/hoppergrace_999_99_x.transcript", "not in the roster"),
    ("sub/Lovelace, Ada_7_assignsubmission_file_/x.transcript", "Lovelace, Ada"),
    ("sub/Ada Lovelace_7_assignsubmission_file_x.transcript", "Lovelace, Ada"),
    ("sub/growth@Ada Lovelace.transcript", "Lovelace, Ada"), ("sub/ada@x.org.transcript", "x.org"),
    ("sub/Noether.transcript", "not in the roster"), ("kimlee.transcript", "several people"),
  ])
  func filesOfLearningSystems(_ path: String, _ expected: String) throws {
    let roster = try Roster(
      Array("Student,ID\n\"Lovelace, Ada\",101\n\"Kim, Lee\",1\n\"Lee, Kim\",2\n".utf8)
    )
    let lesson = try Growth.lesson()
    let text = String(decoding: Classroom.file(["", "30"], nil, lesson), as: UTF8.self)
    let terms = Gradebook.Terms(rule: IdentityRule(roster: roster, source: .file))
    let report = try marked([(path: path, text: text)], on: [lesson], terms).reports[0]
    switch report.outcome {
    case .identity(let mismatch, _): #expect(mismatch.message.contains(expected))
    default: #expect(report.identity?.name == expected)
    }
  }

  @Test func aHeaderThatNamesSomebodyElse() throws {
    let lesson = try Growth.lesson()
    let terms = Gradebook.Terms(rule: IdentityRule(roster: nil, source: .folder))
    let files = ["Ada Lovelace", "Lovelace, Ada", "ada lovelace", "Grace"].map { name in
      (
        path: "sub/Ada Lovelace/x.transcript",
        text: String(decoding: Classroom.file([], name, lesson), as: UTF8.self)
      )
    }
    for (index, file) in files.enumerated() {
      let report = try marked([file], on: [lesson], terms).reports[0]
      #expect((report.identity != nil) == (index < 3))
    }
  }
}
