import Glibc
import Lessons
import Transcripts

/// Begins a session, or takes it up where its transcript ends.
struct SessionOpener {
  /// The lesson as it is now.
  let lesson: Lesson
  let learner: String?
  let place: SavePlace?
  let wish: Wish

  /// A copy that was written for somebody is theirs, whoever says nothing.
  init(lesson: Lesson, learner: String?, place: SavePlace?, wish: Wish) {
    (self.lesson, self.place, self.wish) = (lesson, place, wish)
    self.learner = learner ?? lesson.header.learner
  }

  /// A talk is nobody's, whoever a copy was written for.
  init(talkOf lesson: Lesson, place: SavePlace?, wish: Wish) {
    (self.lesson, self.place, self.wish) = (lesson, place, wish)
    learner = nil
  }

  /// What is to become of a session that has begun already.
  enum Wish { case goOn, beginAnew, carryOver }

  /// Opens the session and makes the loop that plays it.
  func loop(on screen: Screen) throws -> PlayLoop {
    if let owner = lesson.header.learner, learner != owner { throw PlayError.copyOf(owner) }
    guard let place else { return try begun(.none, screen) }
    let file: TranscriptFile
    do {
      try place.makeFolder()
      file = try TranscriptFile(path: place.transcript)
    } catch TranscriptFile.OpenError.inUse {
      throw PlayError.inUse(place.transcript, .playing)
    } catch TranscriptFile.OpenError.refused(let code) {
      return try unsaved(place, reason: String(cString: strerror(code)), screen)
    } catch let error as DiskError {
      return try unsaved(place, reason: error.reason, screen)
    }
    return try loop(place, file, screen)
  }

  private func loop(_ place: SavePlace, _ file: TranscriptFile, _ screen: Screen) throws -> PlayLoop
  {
    var file = file
    let bytes = file.contents
    if bytes.isEmpty { return try begunOnDisk(place, file, screen) }
    if wish == .beginAnew {
      let kept = try Disk.setAside(place.transcript)
      Notice.send(ShellSentence.setAside(kept).words)
      let new = try TranscriptFile(path: place.transcript)
      file.close()
      return try begunOnDisk(place, new, screen)
    }
    if TranscriptParser.isBarelyBegun(bytes) {
      try file.truncate(to: 0)
      return try begunOnDisk(place, file, screen)
    }
    let transcript = try read(bytes, place)
    if wish == .carryOver, (transcript.header.lesson?.digest ?? lesson.digest) != lesson.digest {
      let old = copy(for: transcript, place)
      return try carriedOver(transcript, from: old, place, file, screen)
    }
    let played = try lesson(for: transcript, place)
    let resumption = Resumption(transcript, lesson: played, byteCount: bytes.count)
    if resumption.keptBytes < bytes.count { try file.truncate(to: resumption.keptBytes) }
    return try goneOn(resumption, Keeper(file), screen)
  }

  /// The transcript, which nobody else plays now.
  func locked(
    _ place: SavePlace,
    _ wanted: PlayError.Wanted
  ) throws -> TranscriptFile {
    do {
      return try TranscriptFile(path: place.transcript)
    } catch TranscriptFile.OpenError.inUse {
      throw PlayError.inUse(place.transcript, wanted)
    } catch TranscriptFile.OpenError.refused(let code) {
      throw DiskError(path: place.transcript, code: code)
    }
  }

  /// Takes up the session that is there, quietly, to hand it in.
  func kept() throws -> KeptPlayer {
    guard let place, Disk.exists(place.transcript) else {
      throw PlayError.notBegun(lesson.header.id.value)
    }
    var file = try locked(place, .handingIn)
    let bytes = file.contents
    guard !bytes.isEmpty, !TranscriptParser.isBarelyBegun(bytes) else {
      throw PlayError.notBegun(lesson.header.id.value)
    }
    let transcript = try read(bytes, place)
    let played = try lesson(for: transcript, place)
    let resumption = Resumption(transcript, lesson: played, byteCount: bytes.count)
    if resumption.keptBytes < bytes.count { try file.truncate(to: resumption.keptBytes) }
    var kept = KeptPlayer(resumption.player, keeper: Keeper(file), showsProgress: false)
    kept.takeUp(resumption)
    return kept
  }

  // MARK: - Beginning

  private func begun(_ keeper: Keeper, _ screen: Screen) throws -> PlayLoop {
    var loop = PlayLoop(Player(lesson, learner: learner), keeper: keeper, screen: screen)
    loop.begin()
    return loop
  }

  private func begunOnDisk(
    _ place: SavePlace,
    _ file: TranscriptFile,
    _ screen: Screen
  ) throws -> PlayLoop {
    if let copy = place.lessonCopy { keepCopy(copy) }
    var keeper = Keeper(file)
    keeper.keep(output: TranscriptHeader(lesson, learner: learner).lines + [""])
    return try begun(keeper, screen)
  }

  /// Keeps the lesson as it is now; the session goes on without, only a later version would miss it.
  func keepCopy(_ path: String) {
    do {
      try Disk.replace(path, with: lesson.text, mode: 0o600)
    } catch {
      Notice.send("\(error)")
    }
  }

  /// Plays what there is, and keeps nothing.
  private func unsaved(_ place: SavePlace, reason: String, _ screen: Screen) throws -> PlayLoop {
    Notice.send(ShellSentence.notSavedAt(place.transcript, reason: reason).words)
    guard wish == .goOn, let bytes = try? InputFile.bytes(at: place.transcript), !bytes.isEmpty,
      !TranscriptParser.isBarelyBegun(bytes)
    else { return try begun(.none, screen) }
    let transcript = try read(bytes, place)
    let played = try lesson(for: transcript, place)
    let resumption = Resumption(transcript, lesson: played, byteCount: bytes.count)
    return try goneOn(resumption, .none, screen)
  }

  // MARK: - Going on

  func read(_ bytes: [UInt8], _ place: SavePlace) throws -> Transcript {
    let (found, faults) = TranscriptParser.parse(bytes, path: place.transcript)
    guard let transcript = found else { throw PlayError.unreadable(faults) }
    // Whoever goes on knows how much they typed.
    let told = faults.filter { !$0.isOfSize }
    for fault in told.prefix(TranscriptFault.mostShown) { Notice.send(fault.text) }
    switch transcript.header.subject {
    case .notebook(let name): throw ReplayError.isNotebook(name)
    case .lesson(let name) where name.id != lesson.header.id.value:
      throw ReplayError.otherLesson(name.id, found: lesson.header.id.value)
    case .lesson: break
    }
    if let learner, learner != transcript.header.learner {
      throw PlayError.otherLearner(place.transcript, transcript.header.learner)
    }
    return transcript
  }

  /// The version of the lesson that the session was begun with.
  func lesson(for transcript: Transcript, _ place: SavePlace) throws -> Lesson {
    let digest = transcript.header.lesson?.digest ?? lesson.digest
    if digest == lesson.digest { return lesson }
    let (begunWith, version) = (
      transcript.header.lesson?.version ?? "", lesson.header.version.value
    )
    let isTalk = transcript.header.isTalk
    guard let copy = copy(for: transcript, place) else {
      throw PlayError.copyIsGone(begunWith, version, isTalk: isTalk)
    }
    let news: ShellSentence =
      begunWith == version
      ? .newerText(isTalk: isTalk) : .newerVersion(version, of: begunWith, isTalk: isTalk)
    Notice.send(news.words)
    return copy
  }

  /// The kept copy of the version that the session was begun with; nil where it is gone.
  private func copy(for transcript: Transcript, _ place: SavePlace) -> Lesson? {
    let copy = place.lessonCopy.flatMap { try? LessonShelf.read($0) }
    return copy.flatMap { $0.digest == transcript.header.lesson?.digest ? $0 : nil }
  }

  private func goneOn(
    _ resumption: Resumption,
    _ keeper: Keeper,
    _ screen: Screen
  ) throws -> PlayLoop {
    var loop = PlayLoop(resumption.player, keeper: keeper, screen: screen)
    try loop.goOn(resumption)
    return loop
  }

  /// Goes on with the newer version: the inputs are taken along, the old transcript is kept.
  private func carriedOver(
    _ transcript: Transcript,
    from old: Lesson?,
    _ place: SavePlace,
    _ file: TranscriptFile,
    _ screen: Screen
  ) throws -> PlayLoop {
    let missing = CarryOver.missing(transcript, from: old, to: lesson)
    guard missing.isEmpty else { throw PlayError.cannotCarryOver(missing, hasCopy: old != nil) }
    let modes = old.map { [$0.header.mode] } ?? transcript.modes(on: lesson)
    guard modes == [lesson.header.mode] else { throw PlayError.otherMode(hasCopy: old != nil) }
    let text = CarryOver.text(transcript, on: lesson)
    let kept = try Disk.setAside(place.transcript)
    Notice.send(ShellSentence.carriedOver(to: lesson.header.version.value, old: kept).words)
    try Disk.replace(place.transcript, with: text, mode: 0o600)
    if let copy = place.lessonCopy { keepCopy(copy) }
    let new = try TranscriptFile(path: place.transcript)
    file.close()
    let bytes = new.contents
    let resumption = Resumption(try read(bytes, place), lesson: lesson, byteCount: bytes.count)
    return try goneOn(resumption, Keeper(new), screen)
  }
}
