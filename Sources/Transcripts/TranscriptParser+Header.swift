import DeepNetworks
import Lessons
import Plotting
import Sessions

extension TranscriptParser {
  private static let title = "# fathom transcript "

  /// Reads the lines that begin with `#`.
  mutating func header(_ lines: [String]) -> TranscriptHeader? {
    guard let first = lines.first, first.utf8.starts(with: Self.title.utf8) else {
      return refuse(.notATranscript)
    }
    let format = String(first.dropFirst(Self.title.count)).droppingBlanksAtEnd
    guard format == TranscriptHeader.format else { return refuse(.unknownFormat(format)) }
    var fields = Fields()
    for (index, line) in lines.enumerated().dropFirst() where !fields.take(line) {
      note(.badHeaderLine(line), line: index + 1)
    }
    guard let subject = fields.subject else { return refuse(.noLesson) }
    if fields.columns == nil { note(.missing(.columns), line: lines.count) }
    if fields.engine == nil { note(.missing(.engine), line: lines.count) }
    return TranscriptHeader(
      subject: subject,
      settings: fields.settings,
      engine: fields.engine ?? Engine.version,
      learner: fields.learner,
      copy: fields.copy,
      mode: fields.mode,
      isTalk: fields.isTalk,
      classSeed: fields.classSeed?.text,
      awaited: fields.awaited ?? []
    )
  }

  private struct Fields {
    var subject: TranscriptHeader.Subject?
    var columns: Int?
    var engine: Int?
    var charset: Charset?
    var learner: String?
    var copy: LessonCopy?
    var mode: Mode?
    var isTalk = false
    var classSeed: ClassSeed?
    var awaited: [String]?

    var settings: Settings {
      let usual = Settings()
      return Settings(columns: columns ?? usual.columns, charset: charset ?? usual.charset)
    }

    /// Takes what a line says; false where it says nothing known.
    mutating func take(_ line: String) -> Bool {
      if let text = Self.value(of: line, "lesson") { return takeLesson(text) }
      if let text = Self.value(of: line, "notebook"), subject == nil, !text.isEmpty {
        subject = .notebook(text)
        return true
      }
      if let text = Self.value(of: line, "columns") {
        guard columns == nil, let number = Int(text), Settings.allowedColumns.contains(number)
        else { return false }
        columns = number
        return true
      }
      if let text = Self.value(of: line, "engine") { return takeEngine(text) }
      if let text = Self.value(of: line, "copy"), copy == nil {
        copy = LessonCopy(rawValue: text)
        return copy != nil
      }
      if let text = Self.value(of: line, "mode"), mode == nil, !isTalk {
        isTalk = text == TranscriptHeader.talk
        if isTalk { return true }
        mode = Mode(rawValue: text)
        return mode != nil
      }
      if let text = Self.value(of: line, "class"), classSeed == nil {
        classSeed = ClassSeed(text)
        return classSeed != nil
      }
      if let text = Self.value(of: line, "awaited"), awaited == nil {
        awaited = text.split(separator: " ").map(String.init)
        return true
      }
      if let text = Self.value(of: line, "learner"), learner == nil, !text.isEmpty {
        learner = text
        return true
      }
      return false
    }

    private mutating func takeLesson(_ text: String) -> Bool {
      let parts = text.split(separator: " ").map(String.init)
      guard subject == nil, let id = parts.first, parts.count <= 3 else { return false }
      subject = .lesson(
        TranscriptHeader.LessonName(
          id: id,
          version: parts.count > 1 ? parts[1] : nil,
          digest: parts.count > 2 ? parts[2] : nil
        )
      )
      return true
    }

    /// Takes `1   charset: ascii`.
    private mutating func takeEngine(_ text: String) -> Bool {
      let parts = text.split(separator: " ").map(String.init)
      guard engine == nil, let number = parts.first.flatMap({ Int($0) }), number >= 0 else {
        return false
      }
      switch parts.count {
      case 1: break
      case 3 where parts[1] == "charset:":
        guard let named = Charset(named: parts[2]) else { return false }
        charset = named
      default: return false
      }
      engine = number
      return true
    }

    private static func value(of line: String, _ name: String) -> String? {
      let mark = "# \(name): "
      guard line.utf8.starts(with: mark.utf8) else { return nil }
      return String(decoding: line.utf8.dropFirst(mark.utf8.count), as: UTF8.self)
        .droppingBlanksAtEnd
    }
  }
}
