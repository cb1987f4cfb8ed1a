/// Reads the tables of a course.
struct SyllabusReader {
  private static let formats = 1...1
  private static let keys = ["format", "title", "groups", "prerequisites", "talks"]
  private static let groupKeys = ["title", "lessons"]
  private static let talkKeys = [
    "title", "version", "summary", "objectives", "takeaways", "minutes", "lecture", "lang",
    "pieces",
  ]
  private static let pieceKeys = ["lesson", "step", "before", "without"]

  private let source: LessonSource
  private var reader: TableReader
  private(set) var problems: [Located<Problem>] = []

  init(_ table: TOMLTable, _ source: LessonSource) {
    self.source = source
    reader = TableReader(
      table,
      owner: "course",
      position: .start,
      source: source,
      lastLine: source.lines.count + 1
    )
  }

  mutating func syllabus(path: String) -> Syllabus? {
    reader.allow(Self.keys)
    let format = reader.integer("format", in: 0...Int.max) ?? Self.formats.lowerBound
    if !Self.formats.contains(format) {
      reader.report(
        .unknownFormat(format, known: Self.formats),
        at: reader.table["format"]?.position
      )
    }
    let title = reader.string("title")
    let groups = (reader.array("groups", of: "a list of tables", required: true) ?? [])
      .compactMap { group($0) }
    let talks = (reader.table("talks")?.entries ?? []).compactMap { talk($0) }
    let prerequisites = (reader.table("prerequisites")?.entries ?? []).map { entry in
      Prerequisite(lesson: entry.key, requires: texts(entry.value, key: entry.key.value))
    }
    problems += reader.problems
    guard let title else { return nil }
    return Syllabus(
      path: path,
      title: title.value,
      groups: groups,
      talks: talks,
      prerequisites: prerequisites,
      position: reader.table["groups"]?.position ?? .start
    )
  }

  private mutating func group(_ value: TOMLValue) -> LessonGroup? {
    guard var inner = inner(value, "group", key: "groups") else { return nil }
    inner.allow(Self.groupKeys)
    let title = inner.string("title")
    let lessons = inner.strings("lessons")
    problems += inner.problems
    return title.map { LessonGroup(title: $0.value, lessons: lessons) }
  }

  private mutating func talk(_ entry: TOMLTable.Entry) -> Talk? {
    guard var inner = inner(entry.value, "talk", key: entry.key.value, at: entry.key.position)
    else { return nil }
    inner.allow(Self.talkKeys)
    let pieces = inner.array("pieces", of: "a list of tables", required: true) ?? []
    problems += inner.problems
    let table = Self.header(of: entry.key, inner.table)
    // The rest is what a lesson's header says, in the same words.
    var header = reader.reader(of: table, owner: "talk", at: entry.key.position)
    let read = HeaderReader.read(&header)
    problems += header.problems.filter { problem in
      // Keys that no talk has were reported above.
      if case .unknownKey = problem.value { false } else { true }
    }
    let chosen = pieces.compactMap { piece($0) }
    return read.map { Talk(header: $0, pieces: chosen, table: table) }
  }

  /// The header of the lesson that a talk becomes.
  private static func header(of id: Located<String>, _ table: TOMLTable) -> TOMLTable {
    func entry(_ key: String, _ content: TOMLValue.Content) -> TOMLTable.Entry {
      TOMLTable.Entry(
        key: Located(key, at: id.position),
        value: TOMLValue(content: content, position: id.position, textPosition: id.position)
      )
    }
    let format = HeaderReader.formats.upperBound
    let number = Number(text: "\(format)", value: Double(format), position: id.position)
    let own = [entry("format", .integer(format, number)), entry("id", .string(id.value))]
    let rest = table.without(["format", "id", "pieces"])
    return TOMLTable(entries: own + rest.entries, position: id.position)
  }

  private mutating func piece(_ value: TOMLValue) -> TalkPiece? {
    guard var inner = inner(value, "piece", key: "pieces") else { return nil }
    inner.allow(Self.pieceKeys)
    let lesson = inner.string("lesson")
    let step = inner.string("step")
    let before = inner.string("before", required: false)
    let without = inner.strings("without", required: false)
    problems += inner.problems
    guard let lesson, let step else { return nil }
    return TalkPiece(lesson: lesson, step: step, before: before, without: without)
  }

  private mutating func inner(
    _ value: TOMLValue,
    _ owner: String,
    key: String,
    at position: Position? = nil
  ) -> TableReader? {
    guard case .table(let table) = value.content else {
      reader.reportType(value, key, "a table")
      return nil
    }
    return reader.reader(of: table, owner: owner, at: position ?? value.position)
  }

  private mutating func texts(_ value: TOMLValue, key: String) -> [Located<String>] {
    guard case .array(let items) = value.content else {
      reader.reportType(value, key, "a list of texts in quotes")
      return []
    }
    return items.compactMap { reader.string($0, key: key) }
  }
}
