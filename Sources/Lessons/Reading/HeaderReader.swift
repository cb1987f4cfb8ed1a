/// Reads the first fence of a lesson.
enum HeaderReader {
  static let formats = 1...2
  private static let keys = [
    "format", "id", "title", "version", "summary", "objectives", "takeaways", "requires", "minutes",
    "lecture", "lang", "mode", "class", "learner", "released",
  ]

  static func read(_ reader: inout TableReader) -> Header? {
    reader.allow(keys)
    let format = reader.integer("format", in: 0...Int.max) ?? formats.lowerBound
    if !formats.contains(format) {
      reader.report(.unknownFormat(format, known: formats), at: reader.table["format"]?.position)
    }
    let id = reader.identifier("id")
    let version = reader.string("version")
    if let version, !isVersion(version.value) {
      reader.report(.badVersion(version.value), at: version.position)
    }
    let title = reader.string("title")
    let summary = reader.prose("summary")
    let objectives = reader.proses("objectives")
    let takeaways = reader.proses("takeaways")
    let requires = requirements(of: id?.value, &reader)
    let minutes = reader.integer("minutes", in: 1...600)
    let lecture = reader.string("lecture", required: false)
    let lang = reader.string("lang", required: false)
    reader.require(["mode"], since: 2, in: format)
    let mode = reader.word("mode", required: false, as: Mode.self)
    let classSeed = reader.string("class", required: false)
    if let classSeed, ClassSeed(classSeed.value) == nil {
      reader.report(.badClassSeed(classSeed.value), at: classSeed.position)
    }
    let learner = reader.string("learner", required: false)
    if let learner, LearnerName(learner.value) == nil {
      reader.report(.badLearner(learner.value), at: learner.position)
    }
    let isReleased = reader.boolean("released")
    guard let id, let title, let version, let summary, let minutes else { return nil }
    return Header(
      id: id,
      title: title,
      version: version,
      summary: summary,
      objectives: objectives,
      takeaways: takeaways,
      requires: requires,
      minutes: minutes,
      lecture: lecture?.value,
      lang: lang?.value ?? "en",
      mode: mode ?? .practice,
      classSeed: classSeed?.value ?? "",
      learner: learner?.value,
      format: format,
      isReleased: isReleased,
      position: reader.position
    )
  }

  private static func requirements(
    of id: String?,
    _ reader: inout TableReader
  ) -> [Located<String>] {
    let requires = reader.strings("requires", required: false)
    for (index, name) in requires.enumerated() {
      if !Identifier.isValid(name.value) { reader.report(.badID(name.value), at: name.position) }
      if name.value == id { reader.report(.requiresItself(name.value), at: name.position) }
      if requires[..<index].contains(where: { $0.value == name.value }) {
        reader.report(.repeated(name.value, key: "requires"), at: name.position)
      }
    }
    return requires
  }

  private static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { !$0.isEmpty && $0.count <= 6 && $0.utf8.allSatisfy(isDigit) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
