import Glibc
import Grading
import Lessons
import Sessions
import TerminalText
import Transcripts

/// Checks lessons whenever they are saved, and shows the step that was written on as a learner sees it.
struct LessonWatch {
  let checker: LessonChecker
  /// The lessons as they could be read last.
  private var lessons: [String: Lesson] = [:]
  /// When the files were written that were checked last.
  private var stamps: [String: Int64] = [:]

  /// How often it is looked whether somebody has saved, in microseconds.
  private static let pause: UInt32 = 200_000
  /// More pieces than a step has.
  private static let mostPieces = 200

  init(_ checker: LessonChecker) { self.checker = checker }

  /// Goes on until Ctrl-C.
  mutating func run() throws -> Never {
    try look(isFirst: true)
    while true {
      usleep(Self.pause)
      // A file that is not there is being saved.
      let now = stamps(of: try checker.files())
      if now != stamps, !now.isEmpty { try look(isFirst: false) }
    }
  }

  private func stamps(of files: [String]) -> [String: Int64] {
    Dictionary(
      files.compactMap { path in Disk.lastWritten(path).map { (path, $0) } }
    ) { first, _ in first }
  }

  private mutating func look(isFirst: Bool) throws {
    let files = try checker.files()
    let now = stamps(of: files)
    let changed = Set(now.filter { stamps[$0.key] != $0.value }.keys)
    stamps = now
    var (errors, warnings) = (0, 0)
    var shown: [(Lesson, Int)] = []
    try checker.check(files) { checked in
      let severities =
        checked.file.diagnostics.map(\.severity) + checked.file.findings.map(\.severity)
      errors += severities.count { $0 == .error } + (checked.file.unread == nil ? 0 : 1)
      warnings += severities.count { $0 == .warning }
      for line in checked.file.lines + [checked.file.unread].compactMap({ $0 }) {
        try Terminal.send(line + "\n", to: STDOUT_FILENO)
      }
      guard let played = checked.played.first, played.talk == nil else { return }
      let lesson = played.lesson
      if !isFirst, changed.contains(checked.file.path) {
        if let number = Self.firstChange(from: lessons[checked.file.path], to: lesson) {
          shown.append((lesson, number))
        }
      }
      lessons[checked.file.path] = lesson
    }
    for (lesson, number) in shown { try show(lesson, step: number) }
    let found =
      errors + warnings == 0
      ? "Nothing to mend." : "Errors: \(errors). Warnings: \(warnings)."
    try Terminal.say("\(found) Watching; Ctrl-C ends it.")
  }

  /// The number of the first step that is not what it was; nil where all are.
  private static func firstChange(from old: Lesson?, to new: Lesson) -> Int? {
    guard let old else { return 1 }
    if old.opening != new.opening || old.header != new.header { return 1 }
    let same = zip(old.steps, new.steps).prefix { $0 == $1 }.count
    return same < new.steps.count ? same + 1 : old.steps.count > same ? same : nil
  }

  /// Shows a step piece by piece, as who presses Enter sees it.
  private func show(_ lesson: Lesson, step number: Int) throws {
    var player = Player(lesson, learner: nil)
    var effects = number > 1 ? [] : player.begin().effects
    if number > 1 {
      _ = player.begin()
      effects = turn(&player, ":go \(number)")
    }
    let page = TerminalPage(player.session.settings)
    let shown = Self.step(of: player)
    for _ in 0..<Self.mostPieces {
      try page.show(effects)
      guard !player.session.hasFinished else { return }
      effects = turn(&player, "")
      // Who has seen a question goes on without an answer.
      guard Self.step(of: player) == shown else { return }
    }
  }

  /// The index of the step in which a player is; nil before the first and after the last.
  private static func step(of player: Player) -> Int? {
    if case .step(let index, _) = player.session.place { index } else { nil }
  }

  private func turn(_ player: inout Player, _ line: String) -> [Effect] {
    player.act(on: RecordedInput(typed: line, at: player.prompt)).effects
  }
}
