package io.gazetteer.common.source.mysql;

import io.gazetteer.common.source.wire.MessageCap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Encrypts a connection to MySQL or MariaDB and bounds its messages. It is an {@link SSLSocket},
 * since Connector/J sends some kinds of password only over one of these.
 */
final class EncryptedMySqlSocket extends SSLSocket {
  private final SSLSocket connection;

  EncryptedMySqlSocket(SSLSocket connection) {
    this.connection = connection;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new MessageCap(connection.getInputStream(), MySqlFraming.afterTheGreeting(), this);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return connection.getOutputStream();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  @Override
  public void setSoTimeout(int timeout) throws SocketException {
    connection.setSoTimeout(timeout);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return connection.getSoTimeout();
  }

  @Override
  public void shutdownInput() throws IOException {
    connection.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    connection.shutdownOutput();
  }

  @Override
  public boolean isClosed() {
    return connection.isClosed();
  }

  @Override
  public boolean isConnected() {
    return connection.isConnected();
  }

  @Override
  public boolean isBound() {
    return connection.isBound();
  }

  @Override
  public boolean isInputShutdown() {
    return connection.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return connection.isOutputShutdown();
  }

  @Override
  public InetAddress getInetAddress() {
    return connection.getInetAddress();
  }

  @Override
  public int getPort() {
    return connection.getPort();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return connection.getRemoteSocketAddress();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return connection.getLocalSocketAddress();
  }

  @Override
  public SSLSession getSession() {
    return connection.getSession();
  }

  @Override
  public void startHandshake() throws IOException {
    connection.startHandshake();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return connection.getSupportedCipherSuites();
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return connection.getEnabledCipherSuites();
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    connection.setEnabledCipherSuites(suites);
  }

  @Override
  public String[] getSupportedProtocols() {
    return connection.getSupportedProtocols();
  }

  @Override
  public String[] getEnabledProtocols() {
    return connection.getEnabledProtocols();
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    connection.setEnabledProtocols(protocols);
  }

  @Override
  public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
    connection.addHandshakeCompletedListener(listener);
  }

  @Override
  public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
    connection.removeHandshakeCompletedListener(listener);
  }

  @Override
  public void setUseClientMode(boolean mode) {
    connection.setUseClientMode(mode);
  }

  @Override
  public boolean getUseClientMode() {
    return connection.getUseClientMode();
  }

  @Override
  public void setNeedClientAuth(boolean need) {
    connection.setNeedClientAuth(need);
  }

  @Override
  public boolean getNeedClientAuth() {
    return connection.getNeedClientAuth();
  }

  @Override
  public void setWantClientAuth(boolean want) {
    connection.setWantClientAuth(want);
  }

  @Override
  public boolean getWantClientAuth() {
    return connection.getWantClientAuth();
  }

  @Override
  public void setEnableSessionCreation(boolean flag) {
    connection.setEnableSessionCreation(flag);
  }

  @Override
  public boolean getEnableSessionCreation() {
    return connection.getEnableSessionCreation();
  }
}
