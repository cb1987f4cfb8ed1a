/// Placeholder.
enum DeepNetworksHome {}
