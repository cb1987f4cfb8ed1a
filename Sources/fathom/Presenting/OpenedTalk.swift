import Lessons
import Sessions
import Transcripts

/// A talk that begins, or goes on where it stopped.
struct OpenedTalk {
  var kept: KeptPlayer
  var presentation: Presentation
  /// The lesson as it was when the talk began.
  let lesson: Lesson
  /// What is to be said on the stage before anything else.
  var news: ShellSentence?
}

extension SessionOpener {
  /// Opens the talk; what is kept of one of another version of the lesson goes on with that version.
  func talk() throws -> OpenedTalk {
    guard let place else { return begun(.none) }
    try place.makeFolder()
    if Disk.exists(place.transcript), wish == .goOn {
      let file = try locked(place, .recording)
      let bytes = file.contents
      if !bytes.isEmpty, !TranscriptParser.isBarelyBegun(bytes) {
        let transcript = try read(bytes, place)
        return try goneOn(transcript, try lesson(for: transcript, place), file, bytes.count)
      }
      file.close()
    }
    if Disk.exists(place.transcript) { _ = try Disk.setAside(place.transcript) }
    let file = try locked(place, .recording)
    if let copy = place.lessonCopy { keepCopy(copy) }
    var keeper = Keeper(file)
    keeper.keep(output: TranscriptHeader(lesson, learner: nil, isTalk: true).lines + [""])
    return begun(keeper)
  }

  private func begun(_ keeper: Keeper) -> OpenedTalk {
    var kept = KeptPlayer(Player(presenting: lesson), keeper: keeper, showsProgress: false)
    var presentation = Presentation()
    let turn = kept.begin()
    presentation.take(turn.effects, of: kept.session)
    return OpenedTalk(kept: kept, presentation: presentation, lesson: lesson)
  }

  private func goneOn(
    _ transcript: Transcript,
    _ lesson: Lesson,
    _ file: TranscriptFile,
    _ bytes: Int
  ) throws -> OpenedTalk {
    var file = file
    let resumption = Resumption(transcript, lesson: lesson, byteCount: bytes)
    if resumption.keptBytes < bytes { try file.truncate(to: resumption.keptBytes) }
    var kept = KeptPlayer(resumption.player, keeper: Keeper(file), showsProgress: false)
    kept.takeUp(resumption)
    let presentation = transcript.presentation(of: lesson, inputs: resumption.inputs)
    return OpenedTalk(
      kept: kept,
      presentation: presentation,
      lesson: lesson,
      news: lesson.digest == self.lesson.digest ? nil : .talkOfOlderText
    )
  }
}
