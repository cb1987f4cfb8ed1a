import Glibc
import Sessions
import TerminalText
import Transcripts

/// Begins a notebook of one's own, or takes it up where its transcript ends.
struct NotebookOpener {
  /// The name of a notebook whose file has none.
  private static let unnamed = "notebook"

  let name: String
  var learner: String?
  /// Where it is kept; nil where nothing is.
  let place: SavePlace?
  /// Whether what there is, is set aside first.
  var beginsAnew = false
  /// What lines mean before they are the notebook's, at home.
  var home: HomeLines?

  /// A notebook by its name, or by its file where a slash or the ending says so.
  init(named text: String) throws {
    if text.contains("/") || text.hasSuffix(SavePlace.ending) {
      let file = text.split(separator: "/").last.map(String.init) ?? text
      let stem =
        file.hasSuffix(SavePlace.ending) ? String(file.dropLast(SavePlace.ending.count)) : file
      name = stem.isEmpty ? Self.unnamed : stem.map { Self.isFit($0) ? "\($0)" : "-" }.joined()
      place = SavePlace(file: text)
      return
    }
    guard text.allSatisfy({ Self.isFit($0) }), !text.isEmpty, text.utf8.count <= 100 else {
      throw PlayError.noNotebook(text)
    }
    name = text
    place = SavePlace(notebook: text, learner: nil)
  }

  /// Whether a notebook's name may have it.
  private static func isFit(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_-".contains(character)
  }

  /// The notebook there is whose name may be meant by a new one's.
  private var near: String? {
    guard home == nil, let place, place.isOwn else { return nil }
    let names = Disk.names(in: Disk.parent(of: place.transcript)).compactMap { file -> String? in
      file.hasSuffix(SavePlace.ending) ? String(file.dropLast(SavePlace.ending.count)) : nil
    }
    return Spelling.nearest(to: name, among: names.filter { $0 != name })
  }

  /// Home's notebook.
  init(home: HomeLines, learner: String?) {
    name = Session.Subject.home
    self.learner = learner
    self.home = home
    place = SavePlace(notebook: name, learner: learner)
  }

  /// Opens the notebook and makes the loop that plays it.
  func loop(on screen: Screen) throws -> PlayLoop {
    var loop = try opened(on: screen)
    if home == nil, let place {
      loop.goesOnWith = "fathom notebook \(place.isOwn ? name : neutralised(place.transcript))"
    }
    return loop
  }

  private func opened(on screen: Screen) throws -> PlayLoop {
    guard let place else {
      Notice.send(ShellSentence.notSaved.words)
      return try begun(.none, screen)
    }
    do {
      try place.makeFolder()
      return try loop(place, try TranscriptFile(path: place.transcript), screen)
    } catch TranscriptFile.OpenError.inUse {
      // Whoever comes home a second time is let in.
      guard home != nil else { throw PlayError.notebookInUse(place.transcript) }
      Notice.send(ShellSentence.homeInUse.words)
      return try unsaved(place, screen)
    } catch TranscriptFile.OpenError.refused(let code) {
      let reason = String(cString: strerror(code))
      Notice.send(ShellSentence.notSavedAt(place.transcript, reason: reason).words)
      return try unsaved(place, screen)
    } catch let error as DiskError {
      Notice.send(ShellSentence.notSavedAt(place.transcript, reason: error.reason).words)
      return try unsaved(place, screen)
    }
  }

  private func loop(
    _ place: SavePlace,
    _ file: TranscriptFile,
    _ screen: Screen
  ) throws
    -> PlayLoop
  {
    var file = file
    let bytes = file.contents
    if bytes.isEmpty {
      if let near { Notice.send(ShellSentence.beginsBeside(name, near: near).words) }
      return try begun(Keeper(file), screen)
    }
    if beginsAnew { return try begunAnew(place, file, screen) }
    let transcript: Transcript
    do {
      transcript = try read(bytes, place)
    } catch  where home != nil {
      // Home is where one gets to whatever has become of its file.
      Notice.send("\(error)")
      return try begunAnew(place, file, screen)
    }
    if TranscriptParser.isBarelyBegun(bytes) {
      try file.truncate(to: 0)
      return try begun(Keeper(file), screen)
    }
    let resumption = Resumption(transcript, lesson: nil, byteCount: bytes.count)
    if resumption.keptBytes < bytes.count { try file.truncate(to: resumption.keptBytes) }
    return try goneOn(resumption, Keeper(file), screen)
  }

  private func begunAnew(
    _ place: SavePlace,
    _ file: TranscriptFile,
    _ screen: Screen
  ) throws
    -> PlayLoop
  {
    let kept = try Disk.setAside(place.transcript)
    Notice.send(ShellSentence.setAside(kept).words)
    let new = try TranscriptFile(path: place.transcript)
    file.close()
    return try begun(Keeper(new), screen)
  }

  /// Shows what there is, and keeps nothing.
  private func unsaved(_ place: SavePlace, _ screen: Screen) throws -> PlayLoop {
    guard !beginsAnew, let bytes = try? InputFile.bytes(at: place.transcript), !bytes.isEmpty,
      !TranscriptParser.isBarelyBegun(bytes)
    else { return try begun(.none, screen) }
    let resumption = Resumption(
      try read(bytes, place),
      lesson: nil,
      byteCount: bytes.count
    )
    return try goneOn(resumption, .none, screen)
  }

  private func read(_ bytes: [UInt8], _ place: SavePlace) throws -> Transcript {
    let (found, faults) = TranscriptParser.parse(bytes, path: place.transcript)
    guard let transcript = found else { throw PlayError.unreadable(faults) }
    for fault in faults.prefix(TranscriptFault.mostShown) { Notice.send(fault.text) }
    if let lesson = transcript.header.lesson { throw ReplayError.isOfLesson(lesson.id) }
    return transcript
  }

  private func begun(_ keeper: Keeper, _ screen: Screen) throws -> PlayLoop {
    var keeper = keeper
    keeper.keep(output: TranscriptHeader(notebook: name, learner: learner).lines + [""])
    let player = Player(notebook: name, learner: learner)
    var loop = PlayLoop(player, keeper: keeper, screen: screen, home: home)
    loop.begin()
    return loop
  }

  private func goneOn(
    _ resumption: Resumption,
    _ keeper: Keeper,
    _ screen: Screen
  ) throws
    -> PlayLoop
  {
    var loop = PlayLoop(resumption.player, keeper: keeper, screen: screen, home: home)
    try loop.goOn(resumption)
    return loop
  }
}
