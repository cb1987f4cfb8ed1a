import DeepNetworks
import Glibc
import Lessons
import Sessions
import TerminalText
import Transcripts

/// Replays one transcript after another and reports.
struct TranscriptReplayer {
  let lesson: String?
  let shelf: LessonShelf
  let widths: [Int]
  let updates: Bool
  /// The file that was replayed last, until the next one: a process that ends need not take apart what a
  /// session of 10^5 inputs has made, which would be a tenth of its time.
  private var last: (transcript: Transcript, replay: Replay)?

  init(lesson: String?, shelf: LessonShelf, widths: [Int], updates: Bool) {
    (self.lesson, self.shelf, self.widths, self.updates) = (lesson, shelf, widths, updates)
  }

  /// Whether a transcript gives what it says.
  mutating func replay(_ path: String) -> Bool {
    last = nil
    do {
      guard let transcript = try read(path) else { return false }
      let found = try shelf.lesson(of: transcript, named: lesson, takesCopy: !updates)
      let lesson = shelf.shown(found, in: transcript)
      // Outputs of another engine are not compared.
      let looks = updates || transcript.header.engine == Engine.version
      let replay = Replay(transcript, lesson: lesson, looks: looks, keepsText: updates)
      last = (transcript, replay)
      for sentence in replay.changes.sentences(transcript.line(ofExchange:)) {
        Notice.send("\(neutralised(path)): \(sentence)")
      }
      let comparison = Comparison(transcript, with: replay, lesson: lesson)
      if updates, comparison != .same {
        return try record(transcript, replay, lesson)
      }
      var isGood = try report(comparison, path)
      for columns in widths {
        let other = Comparison(transcript, with: replay, lesson: lesson, columns: columns)
        isGood = try report(other, path) && isGood
      }
      return isGood
    } catch {
      Notice.send("\(neutralised(path)): \(error)")
      return false
    }
  }

  private func read(_ path: String) throws -> Transcript? {
    let (transcript, faults) = TranscriptParser.parse(try InputFile.bytes(at: path), path: path)
    for fault in faults.prefix(TranscriptFault.mostShown) {
      try Terminal.send(fault.text + "\n", to: STDERR_FILENO)
    }
    if faults.count > TranscriptFault.mostShown {
      Notice.send("\(neutralised(path)): \(faults.count) remarks in all.")
    }
    return transcript
  }

  private func report(_ comparison: Comparison, _ path: String) throws -> Bool {
    guard let text = comparison.report(path: path) else { return true }
    try Terminal.send(text + "\n", to: STDOUT_FILENO)
    return false
  }

  private func record(
    _ transcript: Transcript,
    _ replay: Replay,
    _ lesson: Lesson?
  ) throws -> Bool {
    let (old, session) = (transcript.header, replay.session)
    var header =
      if let lesson {
        TranscriptHeader(
          lesson,
          learner: old.learner,
          settings: old.settings,
          isTalk: old.isTalk,
          awaited: session.keptOpen.sorted()
        )
      } else {
        TranscriptHeader(notebook: session.name, learner: old.learner, settings: old.settings)
      }
    // The inputs were answers to the questions that this seed draws.
    header.classSeed = old.classSeed ?? header.classSeed
    guard !TranscriptFile.isLocked(transcript.path) else {
      throw PlayError.inUse(transcript.path, .replacing)
    }
    try Disk.replace(
      transcript.path,
      with: replay.text(header),
      mode: Disk.mode(of: transcript.path) ?? 0o644
    )
    try Terminal.send("\(neutralised(transcript.path)): re-recorded\n", to: STDOUT_FILENO)
    return false
  }
}
