import Lessons

extension Document {
  /// The page of a lesson as its author wrote it, every cell run; without keys that of the learners' copy.
  package init(_ lesson: Lesson, withKeys: Bool) throws(KeysShow) {
    let lesson = try lesson.copy(withKeys: withKeys)
    var gathering = Gathering(isSession: false, withKeys: withKeys)
    Walk.lesson(lesson) { gathering.take($0, $1) }
    let header = lesson.header
    let id = header.id.value
    let requires = header.requires.map(\.value)
    name = id
    title = header.title.value
    language = header.lang
    facts =
      ["\(header.minutes) minutes"]
      + (requires.isEmpty ? [] : ["after \(requires.joined(separator: ", "))"])
      + (header.lecture.map { [$0] } ?? [])
      + (withKeys ? ["with keys: for instructors"] : [])
    summary = header.summary
    objectives = header.objectives
    takeaways = header.takeaways
    sections = gathering.sections
    command = "fathom play \(id)"
    origin = "the lesson \(id), version \(header.version.value)"
  }
}
